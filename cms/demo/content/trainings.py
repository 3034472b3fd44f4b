"""Trainings. The series of 2022/2023 was real and is told of in the news; everything else is invented and a sample."""

from cms.demo.dates import DatedEntry, When, times
from cms.demo.parts import Page, download, h2, p, ul

TRAINING = Page(
    key="training",
    model="TrainingIndexPage",
    title=("Apmācības", "Training"),
    slug=("apmacibas", "training"),
    in_menu=True,
    texts={
        "intro": (
            "Bez maksas visiem, kas novadā dara kaut ko kopā ar citiem. Biedrībai nav jābūt.",
            "Free for everyone here who does something together with others. You need not be an association.",
        )
    },
)
COMING = Page(
    key="training/coming",
    model="TrainingIndexPage",
    title=("Tuvākās", "Coming up"),
    slug=("tuvakas", "coming-up"),
    in_menu=True,
    facts={"shows": "coming"},
)
CYCLES = Page(
    key="training/series",
    model="TrainingIndexPage",
    title=("Apmācību cikli", "Training series"),
    slug=("cikli", "series"),
    in_menu=True,
    facts={"shows": "series"},
)
MATERIALS = Page(
    key="training/materials",
    model="TrainingIndexPage",
    title=("Materiāli", "Materials"),
    slug=("materiali", "materials"),
    in_menu=True,
    facts={"shows": "materials"},
)
CYCLE_2022 = Page(
    key="training/2022",
    model="TrainingSeriesPage",
    title=("Apmācību cikls 2022/2023", "Training series 2022/2023"),
    slug=("apmacibu-cikls-2022-2023", "training-series-2022-2023"),
    texts={
        "lead": (
            "No komandas un konfliktiem līdz projektiem un līdzdalības budžetam: pirmais cikls, ar ko platforma sākās.",
            "From teams and conflicts to projects and the participatory budget: the first series, with which the platform began.",
        )
    },
    body=[
        p(
            'Cikls noslēdzās 2023. gada martā. Kas tajā bija un ko dalībnieki ieteica, lasiet <a href="page:news">jaunumos</a>.',
            'The series ended in March 2023. Read in the <a href="page:news">news</a> what it covered and what its participants recommended.',
        ),
    ],
)
SEASON = Page(
    key="training/season",
    model="TrainingSeriesPage",
    title=("Šīs sezonas cikls", "This season’s series"),
    slug=("si-sezona", "this-season"),
    texts={
        "lead": (
            "Pieci vakari par to, ar ko ikdienā cīnās katra maza biedrība. Nāciet uz visiem vai tikai uz savējo.",
            "Five evenings on what every small association struggles with. Come to all of them, or only to yours.",
        )
    },
    facts={"is_sample": True},
)


HOURS = ("darba dienās 9.00–17.00", "on working days, 9:00–17:00")


def training(key: str, slug: tuple[str, str], title: tuple[str, str], lead: tuple[str, str], *, picture: str, **rest):
    """``rest``: ``body``, ``programme``, ``materials``, ``outcome``, ``dates``, ``rules``, ``where``, facts."""
    from cms.demo.content.pictures import PICTURES

    texts = {"lead": lead, "lead_image_alt": PICTURES[picture].alt, "contact_hours": HOURS}
    if where := rest.pop("where", ""):
        texts["place_name"] = where
    if place := rest.pop("place_slug", ""):
        rest["settlement"] = place
    streams = {name: rest.pop(name) for name in ("programme", "materials", "outcome") if name in rest}
    body, dates, rules = rest.pop("body", []), rest.pop("dates"), rest.pop("rules", {})
    facts = {
        "is_sample": True, "lead_image": picture, "organiser": "daugavkrasts", "phone": "+371 00 000 061",
        "topics": ("nvo-ikdiena",), **rest,
    }  # fmt: skip
    return DatedEntry(
        key, "TrainingPage", title, slug, texts=texts, body=body, facts=facts, streams=streams, dates=dates, rules=rules
    )


TEAM = training(
    "training/season/team",
    ("komanda-kas-nesadeg", "a-team-that-does-not-burn-out"),
    ("Komanda, kas nesadeg", "A team that does not burn out"),
    (
        "Kā sadalīt darbus tā, lai pēc gada visi vēl gribētu tikties.",
        "How to share the work so that a year later everyone still wants to meet.",
    ),
    picture="pie-galda",
    place_slug="katlakalns",
    venue="katlakalna-tautas-nams",
    dates=(When(-52, room=20, signed_up=18, came=15),),
    materials=[download("idejas-lapa", ("Idejas lapa darbu sadalei", "Idea sheet for sharing out the work"))],
    outcome=[
        p(
            "Bija piecpadsmit cilvēku no deviņām kopienām. Vienojāmies par vienu lietu: katrs uzdevums, kam nav otra cilvēka, ir par lielu.",
            "Fifteen people came from nine communities. We agreed on one thing: a task without a second person is too big.",
        )
    ],
)
CONFLICTS = training(
    "training/season/conflicts",
    ("konflikti-runat-laikus", "conflicts-talk-in-time"),
    ("Konflikti: runāt laikus", "Conflicts: talk in time"),
    (
        "Trīs teikumi, ar kuriem sākt sarunu, ko visi atliek.",
        "Three sentences to begin the conversation that everyone puts off.",
    ),
    picture="seminars-tiessaiste",
    dates=(When(-24, "17:30", hours=1.5, format="online", online=60, signed_up_online=31, came=26),),
    materials=[download("idejas-lapa", ("Sarunas lapa", "Sheet for the conversation"))],
    outcome=[
        p(
            "Izmēģinājām pa pāriem. Grūtākais teikums izrādījās īsākais.",
            "We tried it in pairs. The hardest sentence turned out to be the shortest.",
        )
    ],
)
PROJECT = training(
    "training/season/project",
    ("ka-uzrakstit-projektu", "how-to-write-a-project"),
    ("Kā uzrakstīt projektu, ko gribas atbalstīt", "How to write a project that people want to support"),
    (
        "Divos vakaros no idejas līdz gatavam pieteikumam. Nāciet ar savu ieceri: rakstīsim to, nevis izdomātu piemēru.",
        "In two evenings from an idea to a finished application. Bring your own plan: we will write that and not a made-up example.",
    ),
    picture="rekini-un-kalkulators",
    place_slug="katlakalns",
    venue="katlakalna-tautas-nams",
    lecturers=("projects",),
    topics=("projekti", "nvo-ikdiena"),
    dates=(
        When(3, room=20, online=40, format="both", signed_up=17, signed_up_online=19,
             name=("Ideja un mērķis", "The idea and the aim"), facts={"access": ["step-free", "toilet"]}),
        When(10, room=20, online=40, format="both", signed_up=9, signed_up_online=6,
             name=("Tāme un darbu plāns", "The budget and the work plan"), facts={"access": ["step-free", "toilet"]}),
        When(17, "16:00", hours=3, room=6, signed_up=3, name=("Individuālas konsultācijas", "Individual advice"),
             cancelled=("Padomdevēja šajā dienā netiek; konsultācijas notiks janvārī.",
                        "Our adviser cannot make it that day; the advice sessions will take place in January.")),
    ),
    body=[
        h2("Ko jūs pratīsiet", "What you will be able to do"),
        ul(
            ("pateikt projekta jēgu trijos teikumos, kurus saprot kaimiņš;", "say what your project is for in three sentences your neighbour understands;"),
            ("salikt tāmi, kas sader ar darbiem, un neaizmirst grāmatvedi;", "draw up a budget that fits the work and does not forget the accountant;"),
            ("izvēlēties starp līdzdalības budžetu, LEADER un NVO atbalsta konkursu.", "choose between the participatory budget, LEADER and the NGO support call."),
        ),
        p("Līdzi ņemiet datoru vai burtnīcu, abi der.", "Bring a computer or a notebook; both will do."),
    ],
    programme=[
        times(
            ("18:00", ("Katra ideja trijos teikumos", "Each idea in three sentences")),
            ("18:40", ("Kas mainīsies un kā to pamanīsim", "What will change, and how we will notice")),
            ("19:20", ("Tēja un savstarpēji jautājumi", "Tea and questions to each other")),
            ("19:40", ("Mērķis uz vienas lapas", "The aim on one page")),
        ),
    ],
)  # fmt: skip
ACCOUNTS = training(
    "training/season/accounts",
    ("gramatvediba-mazai-biedribai", "accounting-for-a-small-association"),
    ("Grāmatvedība mazai biedrībai", "Accounting for a small association"),
    (
        "Kas jāiesniedz, līdz kuram datumam, un ko drīkst darīt pats.",
        "What you have to file, by which date, and what you may do yourself.",
    ),
    picture="rekini-un-kalkulators",
    lecturers=("accounting",),
    topics=("gramatvediba",),
    dates=(When(59, "18:00", hours=1.5, format="online", online=60, signed_up_online=4),),
)
VOLUNTEERS = training(
    "training/season/volunteers",
    ("brivpratigie-uzaicinat-un-paturet", "volunteers-invite-and-keep"),
    ("Brīvprātīgie: uzaicināt un paturēt", "Volunteers: invite them and keep them"),
    (
        "Par pirmo uzaicinājumu, pirmo dienu un pateikšanos, kas nav glāzīte.",
        "On the first invitation, the first day, and a thank-you that is more than a glass of wine.",
    ),
    picture="koku-stadisana",
    place_slug="balozi",
    where=("Baložu bibliotēka", "Baloži library"),
    topics=("komanda",),
    dates=(When(87, room=24),),
)
SAFETY = training(
    "training/safety",
    ("drosiba-tiessaiste", "safe-online"),
    ("Drošība tiešsaistē: paroles un viltus zvani", "Safe online: passwords and fake calls"),
    (
        "Maza grupa, katrs pie sava datora vai telefona. Vietas beidzās divās dienās, rinda ir atvērta.",
        "A small group, each with their own computer or phone. The places went in two days; the waiting list is open.",
    ),
    picture="seminars-tiessaiste",
    place_slug="kekava",
    where=("Ķekavas bibliotēka", "Ķekava library"),
    topics=("macibas", "seniori"),
    dates=(When(6, "11:00", room=8, signed_up=11, facts={"group_limit": 2}),),
)  # fmt: skip

PAGES = [
    TRAINING,
    COMING,
    CYCLES,
    MATERIALS,
    SEASON,
    CYCLE_2022,
    TEAM,
    CONFLICTS,
    PROJECT,
    ACCOUNTS,
    VOLUNTEERS,
    SAFETY,
]
