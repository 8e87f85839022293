"""From the claims on one thing to the values the graph shows, with the conflicts left open. Pure functions."""
