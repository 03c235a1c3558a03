"""How the product reaches its database: engines, locks and migrations."""
