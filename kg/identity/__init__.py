"""Which mentions are one official, which are one event. Pure functions of the mentions; order never matters."""
