"""The stemmer against words and their forms: what people type finds what was written, and nothing else."""

from pathlib import Path

import pytest

from home.search.latvian import fold, stem, tokens

DATA = Path(__file__).resolve().parent.parent / "data" / "search"


def words(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


def figures(name: str) -> tuple[float, float, list[str]]:
    """``(recall, precision, misses)``: every form asks for every other form of the file.

    Recall: of the pairs of forms of one word, how many share a stem. Precision: of the pairs that share a stem, how
    many are of one word.
    """
    rows = words(name)
    stems = [(number, form, stem(fold(form))) for number, row in enumerate(rows) for form in row]
    same = hits = found = 0
    misses = []
    for number, form, own in stems:
        for other_number, other, others in stems:
            if form is other:
                continue
            same += number == other_number
            found += own == others
            hits += number == other_number and own == others
        if own != next(s for n, _f, s in stems if n == number):
            misses.append(f"{form}→{own}")
    return hits / same, hits / found, misses


def test_words_with_and_without_diacritics_are_one():
    assert stem(fold("Ķekavā")) == stem("kekava")
    assert stem(fold("apmācību")) == stem("apmacibas")


def test_tokens_of_a_sentence():
    assert tokens("“Ķekavas” novads, 2022. gads!") == ["kekavas", "novads", "2022", "gads"]


@pytest.mark.parametrize("name", ["forms_development.txt", "forms_held_out.txt"])
def test_recall_and_precision(name):
    recall, precision, misses = figures(name)
    print(
        f"\n{name}: {len(words(name))} words, recall {recall:.1%}, precision {precision:.1%}; apart: {' '.join(misses)}"
    )
    assert recall >= 0.95
    assert precision >= 0.90


@pytest.mark.parametrize("text", ["", " ", "\x00", "ß", "ﬁ", "1234", "a" * 5000, "👩‍🌾", "́"])
def test_anything_can_be_stemmed(text):
    assert isinstance(stem(fold(text)), str)
