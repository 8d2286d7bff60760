"""Pages to one static site per township; the only package that imports mkdocs."""
