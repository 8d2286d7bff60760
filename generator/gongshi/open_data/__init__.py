"""Tables as data for others: canonical CSV with Table Schema, published results, election JSON."""
