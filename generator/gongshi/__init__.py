"""gongshi (公示): checked public notices, posters and sites for township elections.

The stages, in the order the data flows, are the sub-packages: ``read`` (files to
records), ``rules`` (records to findings), ``compose`` (records to notices), ``issue``
(notices to frozen files in a hash chain), ``render`` (a frozen notice to page and
paper) and ``site`` (pages to one static site per township).  ``disk`` is the only
module that writes; ``cli`` is the only one that prints or exits.
"""

__version__ = "0.1.0"
