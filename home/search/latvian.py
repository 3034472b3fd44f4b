"""Latvian words brought to what their forms have in common: pure functions, the same at indexing and at asking.

Everything works on folded text, because people type without diacritics: that also undoes most palatalisation
(brālis, brāļa → bral). Endings are those of the six declensions, of definite adjectives and of the commonest verb
forms; derivation is left alone, so that darbs, darbība and darbnīca stay three words.
"""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+", re.UNICODE)
SHORTEST_STEM = 2

# Longest first. Definite adjectives, then nouns.
ENDINGS = sorted(
    (
        *[
            "ajiem",
            "ajam",
            "ajai",
            "ajos",
            "ajas",
            "aja",
            "ais",
            "iem",
            "ies",
            "ai",
            "ei",
            "am",
            "em",
            "im",
            "um",
            "as",
            "es",
            "is",
            "os",
            "us",
            "ie",
            "ij",
            "ju",
        ],
        *"aeious",
    ),
    key=len,
    reverse=True,
)
INFINITIVES = ("ties", "at", "et", "it", "ot")
LABIALS = "bmpvf"


def fold(text: str) -> str:
    """Lower case without diacritics: ``Ķekavā`` → ``kekava``. Length may change (``ß`` → ``ss``)."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def tokens(text: str) -> list[str]:
    """Folded words and numbers, in order."""
    return WORD.findall(fold(text))


def _without_ending(word: str) -> tuple[str, str]:
    for ending in ENDINGS:
        stem = word[: -len(ending)]
        # A stem has a vowel, the long endings of adjectives want a stem of three, and -ju stands after a labial.
        if (
            word.endswith(ending)
            and len(stem) >= (3 if len(ending) > 2 else SHORTEST_STEM)
            and set(stem) & set("aeiouy")
            and (ending != "ju" or stem[-1] in LABIALS)
        ):
            return stem, ending
    return word, ""


def stem(word: str) -> str:
    """What the forms of a folded word share: ``apmacibam`` and ``apmaciba`` → ``apmacib``. Numbers stay whole."""
    if len(word) < 3 or not word.isalpha():
        return word
    for ending in INFINITIVES:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _core(word[: -len(ending)])
    shorter, ending = _without_ending(word)
    return _core(shorter, ending)


def _core(word: str, ending: str = "") -> str:
    # Degrees: lielaks → liel; only where an ending of an adjective stood after it.
    if word.endswith("ak") and ending and len(word) >= 6:
        word = word[:-2]
    # Present tense and agent nouns: mekleju, meklejam; skolotajs, skolotajam.
    for suffix, least in (("aj", 3), ("ej", 4), ("oj", 3)):
        if word.endswith(suffix) and len(word) - 2 >= least:
            word = word[:-2]
            break
    # Inhabitants: latvietis, latviesa. Shorter words (viesis) are left alone.
    if word.endswith("ies") and len(word) >= 6:
        word = word[:-1] + "t"
    # upe, upju: the j after a labial belongs to the ending.
    if len(word) > 3 and word[-1] == "j" and word[-2] in LABIALS:
        word = word[:-1]
    return word
