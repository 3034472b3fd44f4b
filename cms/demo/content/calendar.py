"""The calendar and what is in it. Everything is invented, a sample, and dated from the day of loading."""

from cms.demo.dates import DatedEntry, When
from cms.demo.parts import Page, p, ul

CALENDAR = Page(
    key="calendar",
    model="CalendarPage",
    title=("Kalendārs", "Calendar"),
    slug=("kalendars", "calendar"),
    in_menu=True,
    texts={
        "intro": (
            "Viss, kas novadā notiek kopā: talkas, apmācības, ciemošanās un sapulces.",
            "Everything we do together: clean-ups, training, visits and meetings.",
        )
    },
)
WEEK = Page(
    key="calendar/week",
    model="CalendarPage",
    title=("Šonedēļ", "This week"),
    slug=("sonedel", "this-week"),
    in_menu=True,
    facts={"shows": "week"},
)
MONTH = Page(
    key="calendar/month",
    model="CalendarPage",
    title=("Mēnesis", "Month"),
    slug=("menesis", "month"),
    in_menu=True,
    facts={"shows": "month"},
)
SUGGEST = Page(
    key="calendar/suggest",
    model="SuggestPage",
    title=("Ierosini pasākumu", "Suggest an event"),
    slug=("ierosini-pasakumu", "suggest-an-event"),
    in_menu=True,
    texts={
        "intro": (
            "Pietiek ar nosaukumu, vietu un laiku. Izlasīsim divu darbdienu laikā un, ja kas neskaidrs, piezvanīsim.",
            "A name, a place and a time will do. We read it within two working days and call you if anything is unclear.",
        )
    },
)


def event(slug: tuple[str, str], title: tuple[str, str], lead: tuple[str, str], *, body=(), picture: str = "", **rest):
    """``rest``: ``kind``, ``place`` (settlement), facts, ``dates``, ``rules``, ``where`` (a typed place)."""
    from cms.demo.content.pictures import PICTURES

    texts = {"lead": lead}
    if where := rest.pop("where", ""):
        texts["place_name"] = where
    dates, rules = rest.pop("dates"), rest.pop("rules", {})
    facts = {"is_sample": True, "settlement": rest.pop("place"), **rest}
    if picture:
        facts["lead_image"], texts["lead_image_alt"] = picture, PICTURES[picture].alt
    return DatedEntry(
        f"calendar/{slug[1]}",
        "EventPage",
        title,
        slug,
        texts=texts,
        body=list(body),
        facts=facts,
        dates=dates,
        rules=rules,
    )


STORY_EVENING = event(
    ("stastu-vakars-dole", "story-evening-at-dole"),
    ("Stāstu vakars: kā te dzīvoja pirms mums", "An evening of stories: how people lived here before us"),
    (
        "Paņemiet līdzi vienu fotogrāfiju vai vienu lietu. Stāstīs tie, kas atceras, un pierakstīs tie, kas grib zināt.",
        "Bring one photograph or one object. Those who remember will tell, and those who want to know will write it down.",
    ),
    picture="ziemas-vakars",
    place="kekava",
    venue="doles-tautas-nams",
    organiser="doles-saviesiga-biedriba",
    kind="gathering",
    topics=("vesture",),
    phone="+371 00 000 051",
    dates=(When(4, "18:30", room=14, signed_up=11, facts={"group_limit": 4}),),
    body=[
        p(
            "Sēžam pie apaļiem galdiem, tāpēc vietu nav daudz. Tēju vārām paši; ja cepat, paņemiet līdzi.",
            "We sit at round tables, so there are not many places. We make the tea; if you bake, bring some along.",
        ),
    ],
)
FOREST = event(
    ("talka-mezinieku-taka", "clean-up-on-the-forest-trail"),
    ("Talka uz Mežinieku takas", "Clean-up on the Mežinieki trail"),
    (
        "Trīs stundas, cimdi un zupa. Laipa pāri grāvim jāsaliek, kamēr zeme vēl nav sasalusi.",
        "Three hours, gloves and soup. The footbridge over the ditch has to be mended before the ground freezes.",
    ),
    picture="stabins-pie-takas",
    place="mezinieki",
    where=("Takas sākums pie autobusa pieturas", "The start of the trail, by the bus stop"),
    organiser="mezinieku-apkaimes-attistibai",
    kind="gathering",
    topics=("talkas", "daba"),
    phone="+371 00 000 052",
    rules={"takes_registrations": False},
    dates=(When(9, "10:00", hours=3),),
    body=[
        ul(
            ("Zābaki un cimdi; darbarīki ir.", "Boots and gloves; we have tools."),
            ("Bērni drīkst, ja ir ar savējiem.", "Children are welcome with their own grown-ups."),
        )
    ],
)
COUNCIL = event(
    ("padomes-sede", "council-meeting"),
    ("NVO konsultatīvās padomes sēde", "Meeting of the NGO Advisory Council"),
    (
        "Kā nākamgad dala atbalstu NVO projektiem. Klausīties var ikviens, runāt arī, ja piesakāt jautājumu.",
        "How next year’s support for NGO projects is shared out. Anyone may listen, and speak too if you send a question.",
    ),
    picture="karte-uz-galda",
    place="kekava",
    where=("Pašvaldības sēžu zāle", "The municipality’s meeting room"),
    organiser="kekavas-novada-pasvaldiba",
    kind="meeting",
    topics=("lidzdaliba",),
    phone="+371 00 000 053",
    dates=(When(16, "17:00", format="both", room=24, online=50, signed_up=6, signed_up_online=9),),
)
HILLFORT = event(
    ("pilskalna-parstaigs", "hillfort-walk"),
    ("Pārgājiens ap Daugmales pilskalnu", "A walk around Daugmale hillfort"),
    (
        "Divas stundas lēnā solī kopā ar tiem, kas pilskalnu pļauj un sargā. Notiek, ja nelīst un ja esam vismaz astoņi.",
        "Two hours at an easy pace with those who mow and guard the hillfort. It takes place if it does not rain and if there are at least eight of us.",
    ),
    picture="pilskalns",
    place="daugmale",
    where=("Stāvlaukums pilskalna pakājē", "The car park at the foot of the hillfort"),
    organiser="daugmales-pilskalna-sargi",
    kind="excursion",
    topics=("vesture", "daba"),
    phone="+371 00 000 054",
    dates=(
        When(
            11, "11:00", room=20, signed_up=5,
            facts={"minimum": 8, "depends_on_weather": True, "group_limit": 8, "status": "planned"},
        ),
    ),
)  # fmt: skip
KNITTING = event(
    ("adisanas-vakari", "knitting-evenings"),
    ("Adīšanas vakari bibliotēkā", "Knitting evenings at the library"),
    (
        "Rādām tiem, kas sāk, un klusējam kopā ar tiem, kas prot. Dzija un adatas pirmajai reizei ir.",
        "We show beginners how, and keep silent with those who know. There is yarn and needles for your first time.",
    ),
    picture="biblioteka-rokdarbi",
    place="daugmale",
    where=("Daugmales bibliotēka", "Daugmale library"),
    organiser="daugmales-rokdarbnieces",
    kind="gathering",
    topics=("amati",),
    phone="+371 00 000 055",
    rules={"takes_registrations": False},
    dates=tuple(When(days, "17:30") for days in (-9, -2, 5, 12, 19)),
)
APPLES = event(
    ("abolu-diena", "apple-day"),
    ("Ābolu diena Pulkarnē", "Apple day in Pulkarne"),
    (
        "Spiedām sulu no savām un kaimiņu ābelēm; kas palika pāri, aizgāja skolas ēdnīcai.",
        "We pressed juice from our own and our neighbours’ trees; what was left went to the school canteen.",
    ),
    picture="abolu-grozs",
    place="pulkarne",
    where=("Ciema laukums", "The village green"),
    organiser="pulkarnes-ciems",
    kind="gathering",
    topics=("darzi",),
    phone="+371 00 000 056",
    rules={"takes_registrations": False},
    dates=(When(-33, "11:00", hours=4),),
)

PAGES = [CALENDAR, WEEK, MONTH, SUGGEST, STORY_EVENING, FOREST, COUNCIL, HILLFORT, KNITTING, APPLES]
