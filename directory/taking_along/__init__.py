"""An excursion to take along: files for other programs, a sheet of paper, a pack on the phone.

``door`` is the one way in: what it does not give, no format shows.
"""
