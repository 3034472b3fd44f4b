"""Words that went and words that came, for any two texts."""

from hypothesis import given
from hypothesis import strategies as st

from directory.moderation.marking import CAME, CUT, CUT_FROM, GONE, SAME, Piece, marked


def text(pieces) -> str:
    return "".join(piece.text for piece in pieces)


def test_words_are_marked_and_the_rest_stays():
    old, new = marked("Sešas ģimenes pie ceļa.", "Astoņas ģimenes pie ceļa un upes.")
    assert old == [Piece(GONE, "Sešas"), Piece(SAME, " ģimenes pie ceļa"), Piece(SAME, ".")]
    assert new == [Piece(CAME, "Astoņas"), Piece(SAME, " ģimenes pie ceļa"), Piece(CAME, " un upes"), Piece(SAME, ".")]


def test_blanks_and_points_between_changes_are_marked_with_them():
    old, new = marked("viens, divi trīs", "četri, pieci trīs")
    assert old == [Piece(GONE, "viens, divi"), Piece(SAME, " trīs")]
    assert new == [Piece(CAME, "četri, pieci"), Piece(SAME, " trīs")]


def test_long_stretch_that_stayed_is_cut():
    same = "vārds " * CUT_FROM
    old, new = marked(f"sākums {same}", f"citādi {same}")
    assert [piece.kind for piece in old] == [GONE, SAME, CUT, SAME] and len(text(new)) < len(same) / 2


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_is_lost(old, new):
    left, right = marked(old, new)
    assert (text(left), text(right)) == (old, new)
    assert not any(piece.kind == CAME for piece in left) and not any(piece.kind == GONE for piece in right)
