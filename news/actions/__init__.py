"""What staff do with trainings and articles beyond writing them."""
