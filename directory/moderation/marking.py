"""Two texts, word by word: what went and what came. Pure; long stretches that stayed are cut in the middle."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
MOST_TOKENS = 6000
KEPT, CUT_FROM = 24, 80
SAME, GONE, CAME, CUT = "same", "gone", "came", "cut"


@dataclass(frozen=True)
class Piece:
    kind: str
    text: str


def marked(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """The pieces of the old text and of the new one."""
    before, after = TOKENS.findall(old), TOKENS.findall(new)
    if len(before) + len(after) > MOST_TOKENS:
        before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a, b, c, d in _joined(SequenceMatcher(None, before, after, autojunk=False).get_opcodes(), before):
        if tag == "equal":
            left += _same(before[a:b])
            right += _same(after[c:d])
            continue
        left += [Piece(GONE, text)] if (text := "".join(before[a:b])) else []
        right += [Piece(CAME, text)] if (text := "".join(after[c:d])) else []
    return left, right


def _joined(opcodes, before: list[str]):
    """Blanks and points that stayed between two changes belong to them: whole phrases are read more easily."""
    rows: list[list] = []
    for tag, a, b, c, d in opcodes:
        is_blank = tag == "equal" and not any(token[0].isalnum() for token in before[a:b])
        if rows and rows[-1][0] != "equal" and (tag != "equal" or (is_blank and b < len(before))):
            rows[-1][2], rows[-1][4] = b, d
        else:
            rows.append([tag, a, b, c, d])
    return rows


def _same(tokens: list[str]) -> list[Piece]:
    if len(tokens) <= CUT_FROM:
        return [Piece(SAME, "".join(tokens))]
    return [Piece(SAME, "".join(tokens[:KEPT])), Piece(CUT, ""), Piece(SAME, "".join(tokens[-KEPT:]))]
