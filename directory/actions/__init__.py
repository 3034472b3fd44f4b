"""What can be done to the directory, one verb a file."""
