"""A–Z in the Latvian alphabet, where č ģ ķ ļ ņ š ž are letters of their own; the same key on both databases."""

import unicodedata

ALPHABET = "aābcčdeēfgģhiījkķlļmnņoōprŗsštuūvzž"
# Long vowels stand with the short ones and decide only between words that are alike otherwise.
LETTERS = "abcčdefgģhijkķlļmnņopqrsštuvwxyzž"
ORDER = {letter: f"{number:02d}" for number, letter in enumerate(LETTERS, 10)}
LONG = str.maketrans("āēīōūŗ", "aeiour")
MOST = 60


def _letters(text: str) -> str:
    """Lower case; letters that the Latvian alphabet does not have lose their marks."""
    result = []
    for character in unicodedata.normalize("NFC", text.casefold()).translate(LONG):
        if character in ORDER:
            result.append(character)
        else:
            base = unicodedata.normalize("NFKD", character)
            result.append("".join(part for part in base if not unicodedata.combining(part)))
    return "".join(result)


def sort_key(text: str) -> str:
    """ASCII text that sorts as Latvians expect: quotes and dashes count nothing, numbers come before letters."""
    key = []
    for character in _letters(text):
        if character in ORDER:
            key.append(ORDER[character])
        elif character.isdecimal() and character.isascii():
            key.append("0" + character)
        elif character.isspace() and key and key[-1] != "00":
            key.append("00")
    long_vowels = "".join("1" if character in "āēīōūŗ" else "0" for character in text.casefold()[:MOST])
    return "".join(key[:MOST]) + "!" + long_vowels.rstrip("0")


def letter(text: str) -> str:
    """The letter that a name stands under, ``#`` for those that begin with none."""
    for character in _letters(text):
        if character in ORDER:
            return character.upper()
        if character.isdecimal():
            return "#"
    return "#"
