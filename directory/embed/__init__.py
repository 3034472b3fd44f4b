"""The directory on other people's pages: a filtered map or list inside a frame, and the line that puts it there."""
