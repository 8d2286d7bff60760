"""The only module that writes.

Stub signatures while the stages are being written.
"""
