"""Visits: three of them make a series that ends in the conversation festival. Invented, so all are samples."""

from cms.demo.dates import DatedEntry, When, saturday, stage, talk, times, together
from cms.demo.parts import Page, h2, p, ul
from cms.demo.visiting import SECTION

VISITS = f"{SECTION}/visits"
SERIES = f"{VISITS}/next-door"
PHONE = "+371 00 000 071"
HOURS = ("darba dienās 9.00–17.00", "on working days, 9:00–17:00")

VISITS_PAGE = Page(
    key=VISITS,
    model="VisitsPage",
    title=("Viesošanās kopienās", "Visiting communities"),
    slug=("viesosanas", "visits"),
    in_menu=True,
    texts={
        "intro": (
            "Vienu dienu ciemos pie citas kopienas: kā viņi dzīvo, kas izdevies un kas ne. Brauc visi kopā, mājup katrs ar savu domu.",
            "A day as guests of another community: how they live, what worked and what did not. We go together and come home each with a thought.",
        ),
    },
)
FESTIVAL_PAGE = Page(
    key=f"{SECTION}/festival",
    model="VisitsPage",
    title=("Sarunu festivāls", "Conversation festival"),
    slug=("sarunu-festivals", "conversation-festival"),
    in_menu=True,
    texts={
        "intro": (
            "Viena diena, vairākas vietas, daudz sarunu. Runā tie, kas dara; jautā visi.",
            "One day, several places, many conversations. Those who do things talk; everybody asks.",
        ),
    },
    facts={"shows": "festival"},
)
SUGGEST = Page(
    key=f"{SECTION}/suggest",
    model="SuggestPage",
    title=("Ierosināt viesošanos, maršrutu vai vietu", "Suggest a visit, a route or a place"),
    slug=("ierosinat", "suggest"),
    in_menu=True,
    texts={
        "intro": (
            "Zināt, kur vērts aizvest ciemiņus? Uzrakstiet, kā protat: izlasīsim divu darbdienu laikā un pārējo sakārtosim kopā.",
            "Do you know where guests should be taken? Write it your own way: we read it within two working days and sort out the rest together.",
        ),
    },
    facts={"asks": "outing"},
)
NEXT_DOOR = Page(
    key=SERIES,
    model="VisitSeriesPage",
    title=("Kaimiņi pie kaimiņiem", "Neighbours at the neighbours’"),
    slug=("kaimini-pie-kaiminiem", "neighbours-at-the-neighbours"),
    texts={
        "lead": (
            "Trīs sestdienas trijās kopienās par vienu jautājumu: kā maza vieta patur kopā savus ļaudis. Noslēgumā sarunu festivāls.",
            "Three Saturdays in three communities on one question: how does a small place keep its people together? At the end, a conversation festival.",
        ),
        "lead_image_alt": ("Cilvēki pie galda ar karti.", "People at a table with a map."),
    },
    facts={"is_sample": True, "lead_image": "pie-galda"},
    body=[
        h2("Kā tas notiek", "How it works"),
        ul(
            (
                "Autobuss no Ķekavas plkst. 10.15; atpakaļ esam ap pulksten 16.",
                "A bus leaves Ķekava at 10:15; we are back at about 16:00.",
            ),
            (
                "Saimnieki rāda, ko paši gribētu, lai kāds viņiem būtu parādījis.",
                "The hosts show what they wish somebody had shown them.",
            ),
            (
                "Katrā vietā pierakstām trīs domas. No tām saliekam festivāla programmu.",
                "In each place we write down three thoughts. The festival’s programme is made of them.",
            ),
        ),
    ],
)


def visit(slug: tuple[str, str], title: tuple[str, str], lead: tuple[str, str], *, below: str = SERIES, **rest):
    """``rest``: ``picture``, ``where`` (a typed place), ``programme``, ``body``, ``dates``, ``rules``, and facts."""
    from cms.demo.content.pictures import PICTURES

    picture = rest.pop("picture")
    texts = {"lead": lead, "lead_image_alt": PICTURES[picture].alt, "contact_hours": HOURS}
    if where := rest.pop("where", ""):
        texts["place_name"] = where
    model = rest.pop("model", "VisitPage")
    streams = {"programme": rest.pop("programme")} if "programme" in rest else {}
    body, dates, rules = rest.pop("body", []), rest.pop("dates"), rest.pop("rules", {})
    facts = {"is_sample": True, "lead_image": picture, "settlement": rest.pop("place"), "phone": PHONE, **rest}
    return DatedEntry(
        f"{below}/{slug[1]}", model, title, slug, texts=texts, body=body, facts=facts, streams=streams, dates=dates,
        rules=rules,
    )  # fmt: skip


DAUGMALE = visit(
    ("ciemos-daugmale", "guests-in-daugmale"),
    ("Ciemos Daugmalē: pilskalns un bibliotēka", "Guests in Daugmale: a hillfort and a library"),
    (
        "Rīts kalnā pie tiem, kas to pļauj un sargā, pusdienas bibliotēkā pie rokdarbniecēm.",
        "A morning on the hill with those who mow and guard it, lunch in the library with the craftswomen.",
    ),
    picture="pilskalns",
    place="daugmale",
    where=("Stāvlaukums pilskalna pakājē", "The car park at the foot of the hillfort"),
    point=(24.393, 56.822),
    organiser="daugmales-pilskalna-sargi",
    topics=("vesture", "amati"),
    places=("hillfort",),
    dates=(
        When(
            saturday(12), "11:00", hours=4, room=30, signed_up=14,
            facts={"guide": "Ilze Paraugkalna", "minimum": 10, "group_limit": 6, "access": ["parking"]},
        ),
    ),
    programme=[
        times(
            ("11:00", ("Satiekamies stāvlaukumā, tēja no termosa", "We meet in the car park; tea from a flask")),
            ("11:20", ("Kalnā lēnām: kas te bija, kas te ir un kurš to pļauj", "Up the hill, slowly: what was here, what is here, and who mows it")),
            ("13:00", ("Zupa bibliotēkā", "Soup in the library")),
            ("13:45", ("Pie rokdarbniecēm: kā vakars, uz kuru nāk", "With the craftswomen: an evening that people come to")),
            ("14:40", ("Trīs domas, ko vedam mājās", "Three thoughts to take home")),
        ),
    ],
    body=[
        p(
            "Kalna taka ir slidena pēc lietus. Kas nekāpj, tam rādām lejas loku: tas ir līdzens un ne mazāk stāstu pilns.",
            "The path is slippery after rain. Those who do not climb are shown the loop below: it is level and has as many stories.",
        )
    ],
)  # fmt: skip
KATLAKALNS = visit(
    ("ciemos-katlakalna", "guests-in-katlakalns"),
    ("Ciemos Katlakalnā: kaimiņi starp diviem ceļiem", "Guests in Katlakalns: neighbours between two roads"),
    (
        "Kā sarunāties ar kaimiņu, kura māja redzama, bet vārds nav zināms. Ejam gar Daugavu līdz Rāmavai.",
        "How to talk to a neighbour whose house you see but whose name you do not know. We walk along the Daugava to Rāmava.",
    ),
    picture="muiza-parka",
    place="katlakalns",
    venue="katlakalna-tautas-nams",
    organiser="katlakalna-kaimini",
    topics=("kaiminu-palidziba",),
    places=("church", "ramava-park"),
    excursion="along-the-shore",
    dates=(
        When(
            saturday(33), "11:00", hours=4, room=25, signed_up=6,
            facts={"guide": "Anna Paraugkrasta", "group_limit": 6, "depends_on_weather": True, "decide_days_before": 1},
        ),
    ),
    programme=[
        times(
            ("11:00", ("Tautas nama pagrabā: kaimiņu saraksts uz vienas lapas", "In the basement of the community centre: a list of neighbours on one page")),
            ("12:00", ("Gājiens gar krastu līdz Rāmavai", "A walk along the shore to Rāmava")),
            ("14:00", ("Pie parka draugiem: kas notika pēc pirmās talkas", "With the friends of the park: what happened after the first clean-up")),
        ),
    ],
)  # fmt: skip
MEZINIEKI = visit(
    ("ciemos-meziniekos", "guests-in-mezinieki"),
    ("Ciemos Mežiniekos: mežs kā viesistaba", "Guests in Mežinieki: the forest as a living room"),
    (
        "Ugunskurs, tiltiņš, ko kaimiņi uzcēla paši, un saruna par to, kas notiek, kad projekts beidzas.",
        "A fire, a footbridge the neighbours built themselves, and a conversation about what happens when a project ends.",
    ),
    picture="nojume-ar-ugunskuru",
    place="mezinieki",
    where=("Takas sākums pie autobusa pieturas", "The start of the trail, by the bus stop"),
    point=(24.0988, 56.7654),
    organiser="mezinieku-apkaimes-attistibai",
    topics=("daba", "vietrade"),
    places=("river-bend",),
    excursion="story-trail",
    dates=(When(saturday(54), "11:00", hours=4, room=24, signed_up=3, facts={"group_limit": 6}),),
    programme=[
        times(
            ("11:00", ("Pa taku trijās grupās", "Along the trail in three groups")),
            ("13:00", ("Zupa pie ugunskura", "Soup by the fire")),
            ("14:00", ("Ko darīt, kad nauda beigusies", "What to do when the money is gone")),
        ),
    ],
)
FESTIVAL = visit(
    ("festivals", "festival"),
    ("Sarunu festivāls “Kas mūs tur kopā”", "Conversation festival “What keeps us together”"),
    (
        "Trīs vietas Rāmavas muižā, desmit sarunas un viena zupa visiem. Runā tie, pie kuriem bijām ciemos.",
        "Three places at Rāmava manor, ten conversations and one soup for all. Those we visited do the talking.",
    ),
    model="FestivalPage",
    picture="muiza-rudeni",
    place="ramava",
    venue="ramavas-muiza",
    organiser="daugavkrasts",
    topics=("lidzdaliba", "kaimini"),
    dates=(
        When(
            saturday(82), "11:00", hours=6.5, room=150, signed_up=41,
            facts={"group_limit": 10, "access": ["step-free", "toilet", "parking"]},
        ),
    ),
    body=[
        p(
            "Bērniem ir savs stūris ar papīru un krāsām visu dienu. Starp vietām divu minūšu gājiens.",
            "There is a corner with paper and paint for children all day. The places are two minutes apart.",
        )
    ],
    programme=[
        together("11:00", "11:30", ("Atklāšana", "Opening"), where=("Zālē", "In the hall"),
                 about=("Trīs domas no katras viesošanās, katra vienā minūtē.", "Three thoughts from each visit, one minute each.")),
        stage(
            ("Zāle", "The hall"), "rooms/ramavas-muiza",
            talk("11:30", "12:15", ("Bibliotēka, kas neaizveras piecos", "A library that does not close at five"),
                 ("Daugmales rokdarbnieces", "The craftswomen of Daugmale"),
                 ("Kā atslēga pārgāja pie kaimiņiem un nekas nepazuda.", "How the neighbours got the key, and nothing went missing.")),
            talk("12:30", "13:15", ("Kaimiņu saraksts: kas tajā drīkst būt", "A list of neighbours: what may be on it"),
                 ("Katlakalna kaimiņi", "Neighbours of Katlakalns")),
            talk("14:15", "15:45", ("Nauda: līdzdalības budžets soli pa solim", "Money: the participatory budget step by step"),
                 ("Divas kopienas, kas to jau izdarīja", "Two communities that have done it"),
                 ("Darbnīca. Nāciet ar savu ieceri un aizejiet ar tāmi.", "A workshop. Come with an idea and leave with a budget.")),
        ),
        stage(
            ("Parks, zem liepām", "The park, under the limes"), "ramava-park",
            talk("11:30", "12:15", ("Kas pļauj kalnu", "Who mows the hill"),
                 ("Pilskalna sargi", "The guardians of the hillfort"),
                 ("Saruna, kuras laikā tiešām pļauj.", "A conversation during which grass is really cut.")),
            talk("12:30", "13:15", ("Upe kā ceļš: ar laivu uz darbu un atpakaļ", "The river as a road: to work and back by boat"),
                 ("Misas laivinieki", "Boaters of the Misa")),
            talk("14:15", "15:00", ("Mežs kā viesistaba", "The forest as a living room"),
                 ("Mežinieku apkaime", "The neighbourhood of Mežinieki")),
            talk("15:00", "15:45", ("Pārgājiens uz soliņu un atpakaļ", "A walk to the bench and back")),
        ),
        stage(
            ("Klēts", "The barn"), "",
            talk("11:30", "12:15", ("Jaunieši: ko mums neprasīt", "Young people: what not to ask us"),
                 ("Jauniešu biedrība", "A youth association")),
            talk("12:30", "13:15", ("Kad projekts beidzas", "When a project ends"),
                 ("Trīs vadītāji, kuri gandrīz izdega", "Three leaders who nearly burnt out")),
            talk("14:15", "15:45", ("Zupas katls: pavāru sarunas", "The soup pot: cooks in conversation")),
        ),
        together("13:15", "14:15", ("Zupa", "Soup"), where=("Pagalmā", "In the yard")),
        together("16:00", "17:30", ("Ko darīsim pirmdien", "What we will do on Monday"), where=("Zālē", "In the hall"),
                 about=("Katra kopiena pasaka vienu lietu. Pēc tam dzied Baložu dziedātāji.", "Each community names one thing. Then the singers of Baloži sing.")),
    ],
)  # fmt: skip
PARK = visit(
    ("ciemos-ramava", "guests-in-ramava"),
    ("Ciemos Rāmavā: parks pēc pirmās talkas", "Guests in Rāmava: a park after its first clean-up"),
    (
        "Divpadsmit cilvēki, deviņi koki un viens soliņš, kas tagad ir īstajā vietā.",
        "Twelve people, nine trees and one bench that now stands in the right place.",
    ),
    below=VISITS,
    picture="koku-stadisana",
    place="ramava",
    where=("Rāmavas parka vārti", "The gate of Rāmava park"),
    organiser="ramavas-parka-draugi",
    topics=("vietrade",),
    places=("ramava-park",),
    dates=(When(-41, "11:00", hours=3, room=20, signed_up=14, came=12),),
)

PAGES = [VISITS_PAGE, FESTIVAL_PAGE, SUGGEST, NEXT_DOOR, DAUGMALE, KATLAKALNS, MEZINIEKI, FESTIVAL, PARK]
