"""The directory's data for other programs: plain facts, and builders of files. Nothing here knows a request."""
