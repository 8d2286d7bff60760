"""Records to findings: one small file a rule."""
