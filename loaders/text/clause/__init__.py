"""The parts of a clause: where it begins and ends, its subject, groups and places, and the frame of what it tells."""
