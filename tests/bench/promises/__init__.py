"""The fourteen promises on a large graph; ``tests/promises`` holds them on small ones."""
