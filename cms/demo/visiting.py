"""The vocabulary of what is worth a visit: excursions with their stops, places, placemaking stories.

All of it is invented for the demonstration or told in our own words, so each is a sample; ways are drawn by us, roughly.
Other things are named by their keys, as in cms/demo/profiles.py.
"""

from dataclasses import dataclass
from typing import Any

from cms.demo.parts import Page, References, Words, Writer

SECTION = "excursions"
ROUTES, PLACES, STORIES = f"{SECTION}/routes", f"{SECTION}/places", f"{SECTION}/placemaking"
TEXTS = {
    "meeting_place", "end_place", "surface", "access_note", "kit", "transport", "bad_weather", "opening", "help_wanted",
}  # fmt: skip

LonLat = tuple[float, float]


@dataclass(frozen=True)
class Stop:
    """``thing`` is the key of a page; its name, place and picture come with it."""

    text: Words
    name: Words = ""
    thing: str = ""
    point: LonLat | None = None
    picture: str = ""
    minutes: int | None = None
    question: Words = ""
    safety: Words = ""

    def write(self, writer: Writer) -> dict:
        from cms.demo.content.pictures import PICTURES

        return {
            "thing": writer.references.page(self.thing) if self.thing else None,
            "name": writer.say(self.name),
            "point": {"type": "Point", "coordinates": list(self.point)} if self.point else None,
            "text": writer.say(self.text),
            "picture": writer.references.image(self.picture) if self.picture else None,
            "picture_alt": writer.say(PICTURES[self.picture].alt) if self.picture else "",
            "minutes": self.minutes,
            "question": writer.say(self.question),
            "safety": writer.say(self.safety),
        }


@dataclass(frozen=True)
class ExcursionEntry(Page):
    stops: tuple[Stop, ...] = ()

    def write(self, language: str, references: References, body_field: str = "body") -> dict[str, Any]:
        writer = Writer(f"{self.key}/stops", language, references)
        rows = [{"type": "stop", "value": stop.write(writer), "id": writer.next_id()} for stop in self.stops]
        return {**super().write(language, references, body_field), "stops": rows}


def _parts(summary: Words, rest: dict) -> tuple[dict, dict]:
    """Texts and facts; the picture's description comes along."""
    from cms.demo.content.pictures import PICTURES

    texts = {"summary": summary, **{name: rest.pop(name) for name in sorted(TEXTS & rest.keys())}}
    if picture := rest.pop("picture", ""):
        texts["lead_image_alt"] = PICTURES[picture].alt
        rest["lead_image"] = picture
    for side in ("before", "after"):
        if side in rest:
            texts[f"{side}_alt"] = PICTURES[rest[side]].alt
    return texts, {"is_sample": True, **rest}


def excursion(key: str, title: Words, slug: Words, *, summary: Words, stops: list[Stop], **rest: Any) -> ExcursionEntry:
    """``rest``: texts and facts of ``ExcursionPage``; ``way`` is a line of (longitude, latitude)."""
    body = rest.pop("body", [])
    texts, facts = _parts(summary, rest)
    return ExcursionEntry(f"{ROUTES}/{key}", "ExcursionPage", title, slug, texts, body, facts, stops=tuple(stops))


def place(key: str, title: Words, slug: Words, *, summary: Words, **rest: Any) -> Page:
    """``rest``: texts and facts of ``PlacePage``; ``host`` is the slug of a profile."""
    body = rest.pop("body", [])
    texts, facts = _parts(summary, rest)
    return Page(f"{PLACES}/{key}", "PlacePage", title, slug, texts, body, facts)


def story(key: str, title: Words, slug: Words, *, summary: Words, **rest: Any) -> Page:
    """``rest``: texts and facts of ``StoryPage``; ``before`` and ``after`` name pictures, days are counted from today."""
    body = rest.pop("body", [])
    texts, facts = _parts(summary, rest)
    return Page(f"{STORIES}/{key}", "StoryPage", title, slug, texts, body, facts)
