"""Notices to frozen files in a hash chain."""
