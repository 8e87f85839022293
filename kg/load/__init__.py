"""From readings to the graph: check, identify, consolidate, write. The one place that knows loaders and the store."""
