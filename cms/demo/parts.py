"""The vocabulary of the demo's texts: blocks with their Latvian and English side by side.

Words are a pair ``("latviski", "in English")``; a plain string is Latvian only, or a name that is the same everywhere.
Because one block makes both languages, the two bodies always have the same shape, and wagtail-localize finds for each
Latvian segment its English one. Links to pages are written ``<a href="page:about/project">``, by the page's key.
"""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

NAMESPACE = uuid.UUID("6f1a6b0e-5a0a-4d43-9b5e-8f6c1f0e7a52")
PAGE_LINK = re.compile(r'<a href="page:([a-z0-9/-]+)">')
MAIN, OTHER = "lv", "en"

Words = str | tuple[str, str]


class EnglishMissing(ValueError):
    """A page that has an English title has words without English."""


class References(Protocol):
    """What the database gave the things that texts refer to."""

    def page(self, key: str) -> int: ...
    def image(self, name: str) -> int: ...
    def document(self, name: str) -> int: ...
    def person(self, key: str) -> int: ...
    def project(self, key: str) -> int: ...


class Writer:
    """Writes one page's blocks in one language; ids depend on place alone, so both languages get the same ones."""

    def __init__(self, key: str, language: str, references: References):
        self.key, self.language, self.references = key, language, references
        self.count = 0

    def next_id(self) -> str:
        self.count += 1
        return str(uuid.uuid5(NAMESPACE, f"{self.key}#{self.count}"))

    def say(self, words: Words) -> str:
        if isinstance(words, tuple):
            return words[0] if self.language == MAIN else words[1]
        if self.language == OTHER and words:
            raise EnglishMissing(f"{self.key}: {words[:60]}")
        return words

    def html(self, words: Words) -> str:
        return PAGE_LINK.sub(lambda link: f'<a linktype="page" id="{self.references.page(link[1])}">', self.say(words))

    def item(self, value: Any) -> dict:
        return {"type": "item", "value": value, "id": self.next_id()}

    def picture(self, name: str) -> dict:
        from cms.demo.content.pictures import PICTURES

        alt = self.say(PICTURES[name].alt)
        return {"image": self.references.image(name), "alt_text": alt, "decorative": False}


def same(name: str) -> Words:
    """A name that no language changes."""
    return (name, name)


@dataclass(frozen=True)
class Rich:
    """A piece of rich text; neighbours become one block."""

    write: Callable[[Writer], str]


@dataclass(frozen=True)
class Block:
    kind: str
    write: Callable[[Writer], Any]


Part = Rich | Block


def p(lv: str, en: str | None = None) -> Rich:
    words = lv if en is None else (lv, en)
    return Rich(lambda writer: f"<p>{writer.html(words)}</p>")


def _list(tag: str, items: tuple[Words, ...]) -> Rich:
    return Rich(lambda writer: f"<{tag}>{''.join(f'<li>{writer.html(item)}</li>' for item in items)}</{tag}>")


def ul(*items: Words) -> Rich:
    return _list("ul", items)


def ol(*items: Words) -> Rich:
    return _list("ol", items)


def _heading(level: str, words: Words) -> Block:
    return Block("heading", lambda writer: {"text": writer.say(words), "level": level})


def h2(lv: str, en: str | None = None) -> Block:
    return _heading("h2", lv if en is None else (lv, en))


def h3(lv: str, en: str | None = None) -> Block:
    return _heading("h3", lv if en is None else (lv, en))


def numbered(*items: Words | tuple[Words, Words]) -> Block:
    """Each item is its words, or ``(words, note)`` where both are pairs."""

    def one(writer: Writer, item) -> dict:
        words, note = item if isinstance(item, tuple) and isinstance(item[0], tuple) else (item, "")
        note_html = f"<p>{writer.html(note)}</p>" if note else ""
        return writer.item({"text": f"<p>{writer.html(words)}</p>", "note": note_html})

    return Block("numbered", lambda writer: {"items": [one(writer, item) for item in items]})


def quote(words: Words, who: Words) -> Block:
    return Block("quote", lambda writer: {"text": writer.say(words), "attribution": writer.say(who)})


def image(name: str, caption: Words = "") -> Block:
    return Block("image", lambda writer: {"image": writer.picture(name), "caption": writer.say(caption)})


def gallery(title: Words, *pictures: tuple[str, Words]) -> Block:
    return Block(
        "gallery",
        lambda writer: {
            "title": writer.say(title),
            "images": [
                writer.item({"image": writer.picture(name), "caption": writer.say(caption)})
                for name, caption in pictures
            ],
        },
    )


def download(document: str, title: Words) -> Block:
    return Block(
        "download",
        lambda writer: {"document": writer.references.document(document), "title": writer.say(title)},
    )


def table(caption: Words, columns: list[tuple[str, Words]], *rows: list[Words]) -> Block:
    """``columns`` are ``("text" | "number", heading)``."""
    return Block(
        "table",
        lambda writer: {
            "caption": writer.say(caption),
            "table": {
                "columns": [{"type": kind, "heading": writer.say(heading)} for kind, heading in columns],
                "rows": [{"values": [writer.say(cell) for cell in row]} for row in rows],
                "caption": "",
            },
        },
    )


def accordion(*items: tuple[Words, list[Rich]]) -> Block:
    def one(writer: Writer, title: Words, text: list[Rich]) -> dict:
        return writer.item({"title": writer.say(title), "text": "".join(piece.write(writer) for piece in text)})

    return Block("accordion", lambda writer: {"items": [one(writer, *item) for item in items]})


def call_to_action(title: Words, text: Words, link_text: Words, page: str) -> Block:
    return Block(
        "call_to_action",
        lambda writer: {
            "title": writer.say(title),
            "text": f"<p>{writer.html(text)}</p>",
            "link_text": writer.say(link_text),
            "page": writer.references.page(page),
            "url": "",
        },
    )


def person(key: str) -> Block:
    return Block("person", lambda writer: {"person": writer.references.person(key)})


def contact(title: Words, *, organisation: Words = "", who: str = "", website: str = "", facebook: str = "") -> Block:
    return Block(
        "contact",
        lambda writer: {
            "title": writer.say(title),
            "organisation": writer.say(organisation),
            "person": writer.references.person(who) if who else None,
            "phone": "",
            "email": "",
            "website": website,
            "facebook": facebook,
        },
    )


def project(key: str) -> Block:
    return Block("project", lambda writer: {"project": writer.references.project(key)})


def stream(parts: list[Part], writer: Writer) -> list[dict]:
    """The parts as a StreamField's raw value."""
    rows: list[dict] = []
    for part in parts:
        if isinstance(part, Rich):
            if not rows or rows[-1]["type"] != "text":
                rows.append({"type": "text", "value": "", "id": writer.next_id()})
            rows[-1]["value"] += part.write(writer)
        else:
            identity = writer.next_id()
            rows.append({"type": part.kind, "value": part.write(writer), "id": identity})
    return rows


@dataclass(frozen=True)
class Page:
    """A page to load. ``key`` is its place in the tree (``about/project``); the home page's is ``""``.

    ``texts`` are its translatable fields, words or lists of rich text; ``facts`` are the same in every language.
    A page whose title is a plain string stays in Latvian.
    """

    key: str
    model: str
    title: Words
    slug: Words
    texts: dict[str, Words | list[Rich]] = field(default_factory=dict)
    body: list[Part] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    in_menu: bool = False

    @property
    def has_english(self) -> bool:
        return isinstance(self.title, tuple)

    @property
    def parent(self) -> str:
        return self.key.rpartition("/")[0]

    @property
    def translation_key(self) -> uuid.UUID:
        return uuid.uuid5(NAMESPACE, f"page:{self.key}")

    def write(self, language: str, references: References, body_field: str = "body") -> dict[str, Any]:
        """Field values of this page in a language: title, slug, texts, and the body as raw stream data."""
        writer = Writer(self.key, language, references)
        values: dict[str, Any] = {"title": writer.say(self.title), "slug": writer.say(self.slug)}
        for name, words in self.texts.items():
            rich = isinstance(words, list)
            values[name] = "".join(piece.write(writer) for piece in words) if rich else writer.say(words)
        if self.body:
            values[body_field] = stream(self.body, writer)
        return values


def article(
    key: str,
    title: Words,
    slug: Words,
    *,
    lead: Words,
    picture: str = "",
    caption: Words = "",
    body: list[Part],
    days_ago: int | None = None,
    day: str = "",
    kind: str = "news",
    category: str = "",
    topics: tuple[str, ...] = (),
    settlements: tuple[str, ...] = (),
    pinned: bool = False,
) -> Page:
    """News or a story. Dated by ``day`` (history, ISO) or ``days_ago`` (a sample, as everything recent is)."""
    from cms.demo.content.pictures import PICTURES

    english = isinstance(title, tuple)
    texts: dict[str, Words] = {"lead": lead, "prepared_by": EDITORS if english else EDITORS[0]}
    if picture:
        alt = PICTURES[picture].alt
        texts["lead_image_alt"] = alt if english else alt[0]
        texts["lead_image_caption"] = caption
    return Page(
        key=f"news/{'stories/' if kind == 'story' else ''}{key}",
        model="ArticlePage",
        title=title,
        slug=slug,
        texts=texts,
        body=body,
        facts={
            "kind": kind,
            "category": category,
            "topics": topics,
            "settlements": settlements,
            "pinned": pinned,
            "lead_image": picture,
            "published_on": day or -(days_ago or 0),
            "is_sample": not day,
        },
    )


EDITORS = ("platformas redakcija", "the platform’s editors")
