"""Statistics, progress and the office's day: what a term's records add up to.

In come one term's :class:`~gongshi.model.records.Records` (and the previous term's, for
comparison), out come figures, tables and tasks as plain values, and the workbooks and
pages that show them as bytes and text.  Nothing here reads or writes files.
"""
