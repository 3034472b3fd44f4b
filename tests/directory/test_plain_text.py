"""A page's text as members write it: the same after a round, and nothing of theirs that is not allowed."""

import pytest
from wagtail.blocks import StreamValue

from directory import plain_text
from home.blocks import BodyBlock


def body(*blocks):
    return StreamValue(
        BodyBlock(),
        [{"type": kind, "value": value, "id": str(i)} for i, (kind, value) in enumerate(blocks)],
        is_lazy=True,
    )


def html(value):
    return [(block["type"], block["value"]) for block in value.raw_data]


QUOTE = ("quote", {"text": "Iepazināmies te.", "attribution": ""})
BOTH_WAYS = [
    ("Viena rindkopa.", [("text", "<p>Viena rindkopa.</p>")]),
    ("Viena.\n\nOtra **trekna**.", [("text", "<p>Viena.</p><p>Otra <b>trekna</b>.</p>")]),
    ("- viens\n- divi", [("text", "<ul><li>viens</li><li>divi</li></ul>")]),
    ("1. viens\n2. divi", [("text", "<ol><li>viens</li><li>divi</li></ol>")]),
    ("## Ko darām\n\nDarām.", [("heading", {"text": "Ko darām", "level": "h2"}), ("text", "<p>Darām.</p>")]),
    ("[šeit](https://a.example.org/b)", [("text", '<p><a href="https://a.example.org/b">šeit</a></p>')]),
    ("https://a.example.org", [("text", '<p><a href="https://a.example.org">https://a.example.org</a></p>')]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "blocks"), BOTH_WAYS)
def test_text_and_blocks_say_the_same(text, blocks):
    written = plain_text.write(body(), text)

    assert html(written) == blocks
    assert plain_text.read(written) == (text, [])
    assert plain_text.write(written, text) is written


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", '<a href="https://x">x</a>', "[x](javascript:alert(1))", "[x](data:text/html,x)",
        '[x](https://a"onclick=b)', "[x](page:7)", "[x](/admin/)", "**<img src=x onerror=y>**",
    ],
)  # fmt: skip
def test_nothing_that_is_not_allowed_becomes_markup(text):
    ((_kind, made),) = html(plain_text.write(body(), text))

    assert "<script" not in made and "<img" not in made and "<a" not in made


def test_link_that_editors_had_set_stays():
    before = body(("text", '<p>Ar <a linktype="page" id="7">biedrību</a>.</p>'))
    text, _rest = plain_text.read(before)
    after = plain_text.write(before, f"{text}\n\nVēl.")

    assert html(after) == [("text", '<p>Ar <a linktype="page" id="7">biedrību</a>.</p><p>Vēl.</p>')]


def test_blocks_of_staff_stay_untouched_with_their_ids():
    before = body(("text", "<p>Sākums.</p>"), QUOTE, ("text", "<p>Beigas.</p>"))
    after = plain_text.write(before, "Cits sākums.")

    assert plain_text.read(before)[0] == "Sākums."
    assert [dict(block) for block in after.raw_data][1:] == [dict(block) for block in before.raw_data][1:]
    assert html(after)[0] == ("text", "<p>Cits sākums.</p>") and after.raw_data[0]["id"] == "0"


def test_what_text_cannot_say_is_staff_s():
    before = body(("text", '<p>Ar <embed alt="x" embedtype="image" id="3"/> attēlu.</p>'))

    assert plain_text.read(before)[0] == ""
