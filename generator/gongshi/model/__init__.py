"""The nouns: frozen records, each value with its place.  Imports nothing of gongshi."""
