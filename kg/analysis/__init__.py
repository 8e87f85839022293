"""The contacts as objects of other libraries, for analysis."""
