"""From issued notices to one township's site.  The only package that imports MkDocs.

In comes a :class:`~gongshi.site.content.SiteContent`, out goes a complete site in an
empty folder.  MkDocs and Material render the index pages and one shell; the notices are
put into that shell here.  Were MkDocs to die, ``plugin``, ``ready`` and ``build`` are
what has to be written again.
"""
