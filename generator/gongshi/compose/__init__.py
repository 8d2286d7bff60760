"""Register row, records and template to one Markdown notice."""
