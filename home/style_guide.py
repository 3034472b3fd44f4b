"""The style page: every component in its states, with the longest words we have. In development only.

It shows the real templates with sample data made here; beyond the frame and a few pictures nothing is read, and
nothing is written.
"""

import datetime
import uuid
from decimal import Decimal
from types import SimpleNamespace as Sample

from django import forms
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone

from home.blocks import BodyBlock
from home.translated import Translated

LONG_WORD = "Starpresoru konsultatīvās sanāksmes dzīvotspējnovērtējums"
SENTENCE = "Mēs gadiem dzīvojām desmit kilometrus cits no cita un iepazināmies tikai pie šī galda."


class SampleForm(forms.Form):
    name = forms.CharField(label="Kopienas nosaukums", help_text="Tā, kā jūs paši to saucat.")
    email = forms.EmailField(label="E-pasts")
    kind = forms.ChoiceField(
        label="Veids", choices=[("", "Izvēlieties"), ("r", "Iedzīvotāju kopiena"), ("i", "Interešu kopiena")]
    )
    about = forms.CharField(label="Ko jūs darāt", widget=forms.Textarea(attrs={"rows": 4}))
    agreed = forms.BooleanField(label="Piekrītu, ka kontakts ir redzams lapā")


def _colours() -> list[str]:
    return [
        "paper", "paper-raised", "sand", "ink", "muted", "river", "river-deep", "river-mid", "river-line", "river-mist",
        "amber", "amber-pale", "amber-text", "moss", "moss-pale", "heather", "red", "red-pale", "control", "rule",
    ]  # fmt: skip


def _card(title: str, **facts) -> Sample:
    facts = {"published_on": timezone.localdate(), "kind": "news", "lead_image": None, "category": "Padome"} | facts
    return Sample(
        facts=Sample(**facts), page=Sample(lead=SENTENCE), title=title, url="#cards", language="lv", is_fallback=False
    )


def _cards() -> list[Sample]:
    fallback = _card("Kā kaimiņi nopirka laivu", kind="story")
    fallback.is_fallback = True
    return [
        _card("Četrpadsmit ieteikumi, ar kuriem sākas platforma", pinned=True),
        _card(LONG_WORD, is_sample=True, published_on=datetime.date(2022, 12, 15)),
        fallback,
    ]


def _groups() -> list[Sample]:
    def value(label, count, current=False):
        return Sample(label=label, count=count, url="#filter-bar", current=current)

    chosen = value("Padome", 4, current=True)
    return [
        Sample(
            label="Kategorija", values=[value("Pārskats", 21), chosen, value(LONG_WORD, 1)], any_url="#", current=chosen
        ),
        Sample(label="Gads", values=[value("2026", 12), value("2025", 101)], any_url="#", current=None),
    ]


def _pages() -> list:
    pages = []
    for number in (1, 2, 3):
        page = Paginator(range(30), 10).page(number)
        page.previous_url = "#pagination" if page.has_previous() else ""
        page.next_url = "#pagination" if page.has_next() else ""
        pages.append(page)
    return pages


def _people() -> list[Sample]:
    reachable = {"email": "anna.berzina-krastinkalne@biedribas-nosaukums.example.org", "phone": "+371 20 000 000"}
    hours = Translated(lv="darbdienās plkst. 9.00–17.00")
    role = Translated(lv="platformas redaktore un kopienu koordinatore")
    full = Sample(
        name="Anna Bērziņa-Krastiņkalne", role=role, organisation="Biedrība “Partnerība “Daugavkrasts””",
        photo=None, is_sample=True, hours=hours, **reachable,
    )  # fmt: skip
    bare = Sample(
        name="Jānis Ozols", role="", organisation="", email="", phone="", hours="", photo=None, is_sample=False
    )
    return [full, bare]


def _profiles() -> list[Sample]:
    """A community, an organisation with the longest name, a room, one that rests and is shown in Latvian."""
    rows = [
        ("Kažoku kopiena", "Iedzīvotāju kopiena", "community", "Kažoki", "active", ""),
        (f"Biedrība “{LONG_WORD}”", "Biedrība", "organisation", "Daugmale", "active", ""),
        ("Tautas nama mazā zāle", "Telpa", "venue", "", "", ""),
        ("Mežciema mūzikas draugi", "Interešu kopiena", "community", "Mežciems", "dormant", "Pierimusi"),
    ]
    return [
        Sample(
            listing=Sample(
                pk=0, longitude=None, kind=kind, settlement=place, is_sample=place == "Mežciems", state=state,
                summary=SENTENCE, page_language="lv",
            ),
            image=None, monogram=title[:2], kind_label=label, title=title, url="#profile-card", state_label=state_label,
            is_fallback=place == "Mežciems",
        )
        for title, label, kind, place, state, state_label in rows
    ]  # fmt: skip


def _finder() -> Sample:
    kinds = [("community", "Kopienas", 21), ("organisation", "Organizācijas", 14), ("venue", "Telpas", 8)]
    return Sample(
        all_url="#finder", form=Sample(cleaned_data={"q": ""}), hidden=[], groups=_groups(), more_groups=[], is_more=False,
        kinds=Sample(
            label="Kas", any_url="#finder", current=None,
            values=[Sample(value=value, label=label, count=count, url="#finder", current=False) for value, label, count in kinds],
        ),
    )  # fmt: skip


def _contact() -> Sample:
    role = Translated(lv="atbild par dārzu")
    return Sample(
        public_name="Anna Bērziņa-Krastiņkalne", role=role, public_phone="+371 20 000 000",
        public_email="anna.berzina-krastinkalne@biedribas-nosaukums.example.org",
    )  # fmt: skip


def _project() -> Sample:
    funder = Sample(
        name=Translated(lv="Aktīvo iedzīvotāju fonds"), url="#project", logo=None,
        publicity_clause=Translated(lv="Finansētāja publicitātes teksts tieši tādiem vārdiem, kā prasa līgums."),
    )  # fmt: skip
    return Sample(
        pk=0, title=Translated(lv="NVO sadarbības platformas attīstība novadā"), number="AIF/2022/KAPAC2/104",
        starts=datetime.date(2022, 9, 1), ends=datetime.date(2023, 8, 31), total=Decimal("19998.58"),
        implementer=Translated(lv="Biedrība “Partnerība “Daugavkrasts””"), aim=Translated(lv=SENTENCE), funder=funder,
    )  # fmt: skip


def _blocks() -> list[tuple[str, str]]:
    """Blocks as the editor previews them: table, video, and pictures where the library has some."""
    blocks = BodyBlock().child_blocks
    return [
        (name, block.render(value))
        for name in ("table", "video", "image", "gallery")
        for block in [blocks[name]]
        for value in [block.get_preview_value()]
        if name in ("table", "video") or value.get("image") or value.get("images")
    ]


def _dates() -> dict:
    noon = timezone.localtime().replace(hour=18, minute=0)
    return {
        "today": timezone.localdate(),
        "noon": noon,
        "later": noon + datetime.timedelta(hours=2),
        "days": noon.date() + datetime.timedelta(days=2),
        "past": datetime.date(2022, 12, 15),
        "amount": Decimal("19998.58"),
    }


ALL_SEATS = [
    Sample(text="Brīvas 14 vietas", kind=""),
    Sample(text="Brīva 1 vieta", kind="few"),
    Sample(text="Pilns, ir rinda", kind="waiting"),
    Sample(text="Pilns", kind="full"),
    Sample(text="Atcelts", kind="cancelled"),
]


def _session(days: int, way: str = "in-person", *, is_off: bool = False) -> Sample:
    """A date so many days from now, two hours long."""
    words = {"in-person": "Klātienē", "online": "Tiešsaistē", "both": "Klātienē un tiešsaistē"}[way]
    starts = timezone.localtime().replace(hour=18, minute=30) + datetime.timedelta(days=days)
    return Sample(
        starts=starts, ends=starts + datetime.timedelta(hours=2), format=way, is_off=is_off, name=None,
        get_format_display=words, get_status_display="atcelts",
    )  # fmt: skip


def _event_cards() -> list[Sample]:
    rows = [
        ("Stāstu vakars: kā te dzīvoja pirms mums", "gathering", _session(0), "Tautas nams, Ķekava", ALL_SEATS[:1]),
        (LONG_WORD, "training", _session(9, "both"), "Bibliotēka, Baloži", ALL_SEATS[1:3]),
        ("Talka krastmalā", "meeting", _session(40, is_off=True), "Daugmale", ALL_SEATS[4:]),
    ]
    return [
        Sample(
            session=session, seats=seats, place=place, title=Translated(lv=title), url="#event-card",
            is_fallback=session.is_off, event=Sample(kind=kind, is_sample=session.format == "both", place=Translated(lv=place)),
        )
        for title, kind, session, place, seats in rows
    ]  # fmt: skip


def _series() -> Sample:
    def stop(number: int, title: str, session: Sample) -> Sample:
        day = session.starts.date()
        return Sample(
            facts=Sample(pk=number), title=title, url="#series", session=session, days=(day, day), language="lv",
            is_off=session.is_off, is_over=number == 1, is_fallback=False,
        )  # fmt: skip

    rows = [
        ("Ideja un mērķis", _session(-7)),
        (LONG_WORD, _session(7, "both")),
        ("Atskaite", _session(21, is_off=True)),
    ]
    return Sample(stops=[stop(number, *row) for number, row in enumerate(rows, 1)])


def _chain() -> Sample:
    """Visits up to their festival, as a series on the landing page."""
    series = _series()
    for stop, kind in zip(series.stops, ("visit", "visit", "festival"), strict=True):
        stop.facts.event_kind, stop.event = kind, Sample(settlement="Katlakalns")
    first, last = series.stops[0].days[0], series.stops[-1].days[0]
    return Sample(
        stops=series.stops, title="Kaimiņi pie kaimiņiem", url="#chain", page=Sample(lead=SENTENCE), period=(first, last),
        facts=Sample(is_sample=True), is_fallback=False, next_session=Sample(pk=1),
    )  # fmt: skip


def _programme() -> Sample:
    """Two places, a talk that lasts over two lines, something for everybody."""

    def talk(starts: int, ends: int, title: str, **words) -> Sample:
        return Sample(starts=datetime.time(starts), ends=datetime.time(ends), title=title, **words)

    hall, park = Sample(name="Zāle", url="#programme"), Sample(name="Parks, zem liepām", url="")
    lines = [
        Sample(starts=datetime.time(11), together=talk(11, 12, "Atklāšana", where="Zālē")),
        Sample(
            starts=datetime.time(12),
            cells=[
                Sample(stage=hall, rows=2, talks=[talk(12, 14, LONG_WORD, who="Divas kopienas", about=SENTENCE)]),
                Sample(stage=park, rows=1, talks=[talk(12, 13, "Kas pļauj kalnu", who="Pilskalna sargi")]),
            ],
        ),
        Sample(starts=datetime.time(13), cells=[Sample(stage=park, rows=1, talks=[talk(13, 14, "Gājiens")])]),
    ]
    return Sample(stages=[hall, park], lines=lines, width=2)


PACK_STATES = [
    ("none", "Telefonā vēl nav. Saglabājiet tur, kur ir signāls.", "Saglabāt telefonā (2,1 MB)"),
    ("saving", "Saglabā: 4. daļa no 12", ""),
    ("ready", "Gatavs: šī lapa atveras arī bez tīkla.", ""),
    ("newer", "Atveras bez tīkla. Ir jaunāka versija.", "Paņemt jauno versiju (2,1 MB)"),
    ("refused", "Telefonā tai nav vietas: vajag 2,1 MB. Atbrīvojiet vietu un mēģiniet vēlreiz.", "Mēģināt vēlreiz"),
]


def _portal() -> Sample:
    """Members writing their page."""
    both = Sample(
        name="summary", label="Ko darāt, divos teikumos", ours=SENTENCE, theirs=LONG_WORD, who="Cita ierīce", device=""
    )
    changes = [
        Sample(name="summary", label="Ko darāt, divos teikumos", old=SENTENCE, new=LONG_WORD, is_picture=False),
        Sample(name="lead_image", label="Attēls", old="1", new="2", is_picture=True),
        Sample(name="joining", label="Kā pievienoties", old=SENTENCE, new="", is_picture=False),
    ]
    return Sample(
        steps=["Kas jūs esat", "Kur un kad", "Kā sazināties", "Attēli", LONG_WORD],
        both=[both],
        changes=changes,
        step_of=dict.fromkeys(("summary", "joining"), "1") | {"lead_image": "4"},
        profile=Sample(key=uuid.UUID(int=0)),
    )


def style_guide(request):
    context = {
        "pack_states": PACK_STATES,
        "colours": _colours(),
        "long_word": LONG_WORD,
        "sentence": SENTENCE,
        "cards": _cards(),
        "groups": _groups(),
        "pages": _pages(),
        "people": _people(),
        "project": _project(),
        "blocks": _blocks(),
        "profiles": _profiles(),
        "finder": _finder(),
        "orders": [
            Sample(url="#finder", label=label, current=label == "A–Z") for label in ("A–Z", "Tuvākie", "Jaunākie")
        ],
        "contacts": [_contact()],
        "links": Sample(website="https://biedriba.example.org/", facebook_url="", other_url=""),
        "config": Sample(
            join_title="Vai jūsu kopiena te jau ir?",
            join_lead=SENTENCE,
            answer_days=3,
        ),
        "join": {"title": "Pievieno savu kopienu", "url": "#join"},
        "form": SampleForm(),
        "wrong_form": SampleForm({"name": "", "email": "anna@", "about": LONG_WORD}, prefix=None, auto_id="wrong_%s"),
        "items": [{"title": "Ķekava", "url": "#chips"}, {"title": LONG_WORD, "url": "#chips"}],
        "fresh": Sample(is_stale=False),
        "stale": Sample(is_stale=True),
        "any_key": "00000000-0000-4000-8000-000000000000",
        "noindex": True,
        "all_seats": ALL_SEATS,
        "dates": _event_cards(),
        "series": _series(),
        "chain": _chain(),
        "programme": _programme(),
        "portal": _portal(),
        **_dates(),
    }
    return render(request, "home/style_guide.html", context)
