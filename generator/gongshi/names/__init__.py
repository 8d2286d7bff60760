"""Names of people: order, spread and spelling."""
