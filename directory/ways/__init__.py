"""Ways: read from files, measured, made ready for the screen, written for people to take along. Without models."""
