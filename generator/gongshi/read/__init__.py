"""Files to records: tables, YAML and the project's folders."""
