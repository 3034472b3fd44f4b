"""What can be done with seats, one verb a file. Each is one transaction that holds the session's row first (seats.py)."""
