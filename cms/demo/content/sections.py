"""The sections “Atbalsts NVO” and “Līdzdalība”."""

from cms.demo.content.about import ASK_US
from cms.demo.parts import Page, accordion, call_to_action, contact, download, h2, numbered, p, ul

SUPPORT = Page(
    key="support",
    model="StandardPage",
    title=("Atbalsts NVO", "Support for NGOs"),
    slug=("atbalsts", "support"),
    in_menu=True,
    texts={
        "intro": (
            "Ideja, tāme, statūti, gada pārskats. Nav jāzina viss – jāzina, kam pajautāt.",
            "An idea, a budget, statutes, an annual report. Nobody knows it all; it helps to know whom to ask.",
        ),
    },
    body=[
        p(
            "Novada biedrības un kopienas lūdza trīs lietas: projektu konkursus vienuviet, padomu par papīriem un mācības, kas noder nākamajā dienā. Sākam ar padomu.",
            "The municipality’s associations and communities asked for three things: every funding call in one place, advice on paperwork, and training they can use the next day. We begin with advice.",
        ),
        p(
            'Par naudu lasiet arī jaunumos: <a href="page:news/leader-table">četras LEADER rīcības vienā tabulā</a> un <a href="page:news/first-project">septiņi jautājumi par pirmo projektu</a>.',
            'There is more about money in the news: <a href="page:news/first-project">seven questions about a first project</a> and, in Latvian, <a href="page:news/leader-table">the LEADER measures in one table</a>.',
        ),
    ],
)

ADVICE = Page(
    key="support/advice",
    model="StandardPage",
    title=("Konsultācijas", "Advice"),
    slug=("konsultacijas", "advice"),
    in_menu=True,
    texts={
        "intro": (
            "Par projektiem, likumiem un grāmatvedību. Vispirms piezvaniet, tad meklējam īsto cilvēku.",
            "On projects, law and accounting. Call first; then we look for the right person.",
        ),
        "lead_image_alt": (
            "Galds ar rēķiniem, kalkulatoru un tējas krūzi.",
            "A desk with bills, a calculator and a mug of tea.",
        ),
    },
    facts={"lead_image": "rekini-un-kalkulators"},
    body=[
        h2("Par ko jautāt", "What to ask about"),
        ul(
            (
                "<b>Projekti.</b> Vai ideja der konkursam, kā salikt tāmi, ko rakstīt par mērķi.",
                "<b>Projects.</b> Whether an idea suits a call, how to put a budget together, what to write under “aim”.",
            ),
            (
                "<b>Juridiski jautājumi.</b> Biedrība vai domubiedru grupa, statūti, valde, līgumi.",
                "<b>Law.</b> An association or an informal group, statutes, the board, contracts.",
            ),
            (
                "<b>Grāmatvedība.</b> Gada pārskats, ziedojumi, čeki un kase mazai biedrībai.",
                "<b>Accounting.</b> Annual reports, donations, receipts and petty cash for a small association.",
            ),
        ),
        h2("Pirms zvanāt", "Before you call"),
        numbered(
            ("Vienā teikumā pasakiet, kas jums jāizlemj.", "Put what you have to decide into one sentence."),
            (
                "Nolieciet blakus papīru, par kuru jautājat: nolikumu, vēstuli vai rēķinu.",
                "Have the paper you are asking about in front of you: the rules, the letter or the bill.",
            ),
            (
                "Pierakstiet termiņu, ja tāds ir. Ar to sāksim.",
                "Note the deadline, if there is one. We start from there.",
            ),
        ),
        download(
            "idejas-lapa",
            (
                "Idejas lapa: viena lapa, ar ko sākt sarunu",
                "Idea sheet: one page to start the conversation (in Latvian)",
            ),
        ),
        h2("Biežāk jautātais", "Often asked"),
        accordion(
            (
                ("Vai jābūt reģistrētai biedrībai?", "Do we have to be a registered association?"),
                [
                    p(
                        "Nē. Padomu dodam arī kopienām un cilvēkiem, kas tikai domā par biedrību.",
                        "No. Communities get advice too, and so do people who are only thinking of founding an association.",
                    )
                ],
            ),
            (
                ("Vai jūs uzrakstīsiet projektu mūsu vietā?", "Will you write our project for us?"),
                [
                    p(
                        "Nē, taču izlasīsim un pateiksim, ko vērtētājs nesapratīs. Rakstīt labāk tam, kurš pats darīs.",
                        "No, but we will read it and say what an assessor would not understand. It is best written by those who will do the work.",
                    )
                ],
            ),
            (
                ("Ja jautājums nav par novadu?", "What if our question is not about this municipality?"),
                [
                    p(
                        "Pasakiet tik un tā. Ja nezināsim, nosauksim, kas zina.",
                        "Ask anyway. If we do not know, we will name somebody who does.",
                    )
                ],
            ),
        ),
        ASK_US,
    ],
)

TAKE_PART = Page(
    key="take-part",
    model="StandardPage",
    title=("Līdzdalība", "Take part"),
    slug=("lidzdaliba", "take-part"),
    in_menu=True,
    texts={
        "intro": (
            "Trīs ceļi, kā piedalīties: pateikt, pajautāt, pievienoties.",
            "Three ways to take part: say it, ask it, join in.",
        ),
        "lead_image_alt": (
            "Trīs cilvēki gaida pieturā, tuvojas autobuss.",
            "Three people wait at a stop; a bus is coming.",
        ),
    },
    facts={"lead_image": "autobusa-pietura"},
    body=[
        p(
            "Par autobusa pieturu, takas soliņu vai ielas nosaukumu kaimiņi parasti izrunājas pie žoga. Līdzdalība sākas tad, kad saruna nonāk līdz tam, kurš lemj.",
            "Neighbours talk over the fence about the bus stop, the bench by the path, the name of a street. Taking part begins when that talk reaches the people who decide.",
        ),
        p(
            'Biedrībām tam vajadzīga kopīga balss – <a href="page:take-part/council">NVO konsultatīvā padome</a>. Kopienai vispirms vajag, lai par to zina: <a href="page:take-part/join">pievienojieties</a>.',
            'Associations need a shared voice for that: an <a href="page:take-part/council">NGO Advisory Council</a>. A community first needs to be known: <a href="page:take-part/join">join us</a>.',
        ),
    ],
)

COUNCIL = Page(
    key="take-part/council",
    model="StandardPage",
    title=("NVO konsultatīvā padome", "NGO Advisory Council"),
    slug=("nvo-konsultativa-padome", "ngo-advisory-council"),
    in_menu=True,
    texts={
        "intro": (
            "Pirmais no četrpadsmit ieteikumiem: lai biedrībām pašvaldībā ir sava pastāvīga balss.",
            "The first of the fourteen recommendations: a lasting voice for NGOs in local government.",
        ),
    },
    body=[
        h2("Kam padome vajadzīga", "What a council is for"),
        p(
            "Kad pašvaldība groza noteikumus vai plāno budžetu, biedrības par to bieži uzzina, kad viss jau nolemts. Padome satiekas agrāk: izlasa projektu, pajautā savējiem un pasaka, ko tas nozīmēs ciemā vai pulciņā.",
            "When the municipality changes its rules or plans its budget, NGOs often hear of it once everything is decided. A council meets earlier: it reads the draft, asks its own people, and says what the change would mean in a village or a club.",
        ),
        p(
            "Konsultatīva nozīmē: padome iesaka, lemj dome. Toties ieteikums ir rakstisks, un atbildei jābūt tādai pašai.",
            "Advisory means that the council recommends and the elected councillors decide. But the advice is in writing, and so must be the answer.",
        ),
        h2("Ar ko sāktu novada biedrības", "Where local NGOs would begin"),
        p(
            "Saietā 2022. gadā izskanēja trīs lietas, kas gaida padomi:",
            "The 2022 gathering named three things that call for a council:",
        ),
        ul(
            (
                "biedrību pārstāvība tur, kur lemj par tām;",
                "having NGOs in the room where decisions about them are made;",
            ),
            (
                "vieta politiskajā dienaskārtībā, arī jautājumā par izlīdzināšanas fonda naudu;",
                "a place on the political agenda, including the question of the equalisation fund, through which Latvian municipalities share tax income;",
            ),
            (
                "līdzdalības budžetā sava daļa biedrību spēkiem.",
                "a share of the participatory budget for building up associations.",
            ),
        ),
        p(
            "Locekļu saraksts, sanāksmes un protokoli būs šajā lapā, tiklīdz padome sāks darbu.",
            "The members, meetings and minutes will stand on this page as soon as the council begins its work.",
        ),
        call_to_action(
            ("Ko jūs jautātu padomei?", "What would you ask the council?"),
            (
                "Uzrakstiet vienā teikumā. No jautājumiem saliksim pirmo darba kārtību.",
                "Put it in one sentence. The first agenda will be made of such questions.",
            ),
            ("Kā ar mums sazināties", "How to reach us"),
            "contacts",
        ),
    ],
)

JOIN = Page(
    key="take-part/join",
    model="StandardPage",
    title=("Pievienojies", "Join us"),
    slug=("pievienojies", "join-us"),
    in_menu=True,
    texts={
        "intro": (
            "Pietiek ar diviem cilvēkiem un vietu, kas rūp. Dalība ir bez maksas, reģistrācijas numurs nav vajadzīgs.",
            "Two people and a place they care about are enough. It costs nothing, and you need no registration number.",
        ),
        "lead_image_alt": (
            "Galds ar vēstulēm, aploksnēm un puķu vāzi.",
            "A table with letters, envelopes and a vase of flowers.",
        ),
    },
    facts={"lead_image": "vestules"},
    body=[
        h2("Kas var pievienoties", "Who can join"),
        ul(
            (
                "biedrība vai nodibinājums, kas darbojas novadā;",
                "an association or foundation working in the municipality;",
            ),
            (
                "iedzīvotāju kopiena: ciems, iela, pagalms, krasts;",
                "a residents’ community: a village, a street, a yard, a stretch of river;",
            ),
            (
                "interešu kopiena: rokdarbnieces, makšķernieki, dziedātāji, jaunie vecāki.",
                "people who share an interest: crafters, anglers, singers, new parents.",
            ),
        ),
        h2("Kā tas notiek", "How it works"),
        numbered(
            (
                "Pastāstiet piecas lietas: nosaukumu, vietu, ko darāt, kā pievienoties un kā jūs sasniegt.",
                "Tell us five things: your name, your place, what you do, how to join in and how to reach you.",
            ),
            (
                "Mēs izlasām un divu darbdienu laikā atbildam. Ja kaut kas nav skaidrs, piezvanām.",
                "We read it and answer within two working days. If something is unclear, we call.",
            ),
            (
                "Jūs izlasāt savu lapu pirms citiem. Kad viss pareizi, to rādām visiem.",
                "You see your page before anybody else. When all is right, we show it to everybody.",
            ),
        ),
        p(
            '<a href="/pievieno-savu-kopienu/">Pievienojiet savu kopienu vai organizāciju</a>: piecas lietas, bez paroles. Ja nepiederat nevienai, bet gribat ko darīt, <a href="/pievienojies-mums/">piesakieties kā aktīvs iedzīvotājs</a>. Varat arī piezvanīt.',
            '<a href="/en/add-your-community/">Add your community or organisation</a>: five things, no password. If you belong to none and would like to do something, <a href="/en/join-us/">join as an active resident</a>. Or call us.',
        ),
        contact(("Piezvaniet mums", "Call us"), who="office"),
        h2("Ko jūs iegūstat", "What you gain"),
        p(
            "Jūs atrod kaimiņi, jauniebraucēji un citas kopienas. Kad vajag telpas, padomu vai rokas talkai, ir, kam pajautāt. Un, kad pašvaldība grib zināt, ko domā ciems, tā zina, kam zvanīt.",
            "Neighbours, newcomers and other communities can find you. When you need a room, advice or hands for a clean-up, there is somebody to ask. And when the municipality wants to know what a village thinks, it knows whom to call.",
        ),
    ],
)

PAGES = [SUPPORT, ADVICE, TAKE_PART, COUNCIL, JOIN]
