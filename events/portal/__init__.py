"""What members do with events: propose one, and see who has signed up for their own."""
