"""Pictures of contacts over time."""
