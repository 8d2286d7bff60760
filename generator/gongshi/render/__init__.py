"""A frozen notice to page, paper and picture, from one parse."""
