"""What staff do with dates and with the people who come: screens inside the editor, for those who may edit the page."""
