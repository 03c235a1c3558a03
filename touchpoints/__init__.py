"""The domain of customer touchpoint management: what things are, and every calculation."""
