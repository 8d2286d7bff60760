"""Files to nouns: tables and YAML become records, each value with its place.

What comes in are a township's folders; what goes out is a
:class:`~gongshi.read.township.Reading` with records and findings.  Nothing here writes,
prints or raises for bad input.
"""
