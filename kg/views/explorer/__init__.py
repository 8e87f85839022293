"""The explorer: one HTML file with the network, the lanes, the map and the table of the contacts of a graph."""
