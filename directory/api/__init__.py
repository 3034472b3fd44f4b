"""Reading the directory by program: ``/api/v1/``, JSON, no key, no cookie, nothing to write."""
