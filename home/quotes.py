"""Quotation marks as the pages write them: people type marks inside a quote, the page adds the outer pair."""

OPENING, CLOSING = '„“”"«‟', '”“"»'


def in_quotes(text: str) -> str:
    """The text inside one pair of “ ”. A pair typed around the whole is replaced; marks inside are left alone."""
    text = text.strip()
    if len(text) > 1 and text[0] in OPENING and text[-1] in CLOSING and not set(text[1:-1]) & set(OPENING + CLOSING):
        text = text[1:-1].strip()
    return f"“{text}”"
