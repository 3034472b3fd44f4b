import re

# Everything but what XML 1.0 has a way to write.
_UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """The text without control characters and halves of characters, which no XML file can hold."""
    return _UNWRITABLE.sub("", text)
