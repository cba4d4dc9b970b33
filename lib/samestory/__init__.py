"""Same Story: how news outlets tell the same story."""
