"""What an event was about, and who says so."""
