"""The live server: the explorer, the named queries and Cypher over an open graph, for reading only."""
