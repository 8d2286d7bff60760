"""A new project for a clerk to fill."""
