"""Recent news. All of it is invented and marked as a sample; dated by days before the demo was loaded, no seasons."""

from cms.demo.content.about import ASK_US
from cms.demo.parts import accordion, article, call_to_action, download, gallery, h2, numbered, p, quote, table, ul

WELCOME = article(
    "welcome",
    ("Platforma ir atvērta: ko te var izdarīt jau šodien", "The platform is open: what you can do here today"),
    ("platforma-ir-atverta", "the-platform-is-open"),
    days_ago=3,
    pinned=True,
    category="platforma",
    topics=("lidzdaliba",),
    picture="tautas-nams",
    lead=(
        "Atrast kaimiņus kartē, pastāstīt par savu kopienu, dabūt padomu un izlasīt, kā citiem gājis. Un kalendārā redzēt, kas notiek šonedēļ.",
        "Find your neighbours on the map, tell us about your community, get advice, and read how others have fared. And see in the calendar what is on this week.",
    ),
    body=[
        p(
            "Novada kopienas un biedrības sen lūdza vietu, kur viena otru atrast. Šī ir tā vieta. Tai nav jābūt lielai, lai no tās būtu labums.",
            "The municipality’s communities and associations had long asked for a place to find each other. This is that place. It need not be big to be of use.",
        ),
        h2("Trīs lietas, ar ko sākt", "Three things to start with"),
        ul(
            (
                'Uzrakstiet sākumlapā savu ciemu un redzēsiet, kas tajā notiek. Viss novads ir <a href="page:directory">sarakstā un kartē</a>.',
                'Type your village on the home page and see what goes on there. The whole municipality is <a href="page:directory">in the list and on the map</a>.',
            ),
            (
                'Izlasiet kādu <a href="page:news/stories">pieredzes stāstu</a>. Tie ir īsi, un katram beigās ir kas paņemams.',
                'Read a <a href="page:news/stories">story of experience</a>. They are short, and each leaves you something to take along.',
            ),
            (
                'Ja šķobās tāme vai statūti, ieskatieties lapā <a href="page:support/advice">Konsultācijas</a>.',
                'If your budget or your statutes wobble, look at the page on <a href="page:support/advice">advice</a>.',
            ),
        ),
        call_to_action(
            ("Vai jūsu kopiena te jau ir?", "Is your community here yet?"),
            ("Pietiek ar diviem cilvēkiem un vietu, kas rūp.", "Two people and a place they care about are enough."),
            ("Pievienojies", "Join us"),
            "take-part/join",
        ),
    ],
)

POTTERY = article(
    "pottery",
    (
        "Daugmalē kopienām atvērta darbnīca ar podnieka ripu",
        "A workshop with a potter’s wheel opens to communities in Daugmale",
    ),
    ("daugmale-atverta-darbnica", "workshop-opens-in-daugmale"),
    days_ago=6,
    category="telpas",
    topics=("amati",),
    settlements=("daugmale",),
    picture="podnieka-ripa",
    lead=(
        "Divi vakari nedēļā, seši krēsli, viena ripa. Jāpiesakās iepriekš, māls ir uz vietas.",
        "Two evenings a week, six chairs, one wheel. Book ahead; there is clay.",
    ),
    body=[
        p(
            "Telpa kādreiz bija noliktava. Kaimiņi to iztīrīja, izkrāsoja un ielika lielāku logu, jo mālam vajag gaismu. Kopienām tā ir bez maksas; lūdz tikai aiz sevis noslaucīt galdu un ierakstīt burtnīcā, cik māla paņemts.",
            "The room used to be a store. Neighbours cleared it, painted it and put in a bigger window, because clay needs light. Communities use it free of charge; all that is asked is to wipe the table and to write down in the notebook how much clay was taken.",
        ),
        quote(
            (
                "Pirmajā vakarā neviens pods neizdevās. Otrajā nāca visi tie paši.",
                "On the first evening not one pot came out right. On the second, everybody came back.",
            ),
            ("Darbnīcas saimniece", "Keeper of the workshop"),
        ),
        h2("Kas jāzina", "What to know"),
        ul(
            ("uzreiz var strādāt seši cilvēki;", "there is room for six at a time;"),
            ("bērni – kopā ar kādu no savējiem;", "children come with somebody of their own;"),
            (
                "krāsns iet reizi mēnesī, jo vajag, lai tā ir pilna.",
                "the kiln is fired once a month, because it has to be full.",
            ),
        ),
    ],
)

CLEAN_UP = article(
    "clean-up",
    ("Talka pie Misas: trīs maisi un viena laiva", "A clean-up on the Misa: three bags and one boat"),
    ("talka-pie-misas", "clean-up-on-the-misa"),
    days_ago=11,
    category="kopienas",
    topics=("talkas", "krasti"),
    settlements=("kazoki", "plakanciems"),
    picture="koku-stadisana",
    caption=("Vispirms maisi, tad lāpstas.", "First the bags, then the spades."),
    lead=(
        "Sanāca divdesmit viens cilvēks un trīs suņi. Krasts ir tīrs, iestādīti deviņi alkšņi, un laivai beidzot ir kur piestāt.",
        "Twenty-one people and three dogs came. The bank is clean, nine alders have been planted, and the boat has a place to land at last.",
    ),
    body=[
        p(
            "Sākām ar to, kas redzams no ceļa: pudelēm, auklām, vienu krēslu bez kājām. Tad ar laivu aizbraucām uz salu, kur tā pati bilde, tikai neviens nebija skatījies. Maisu vajadzēja mazāk, nekā domājām. Roku – vairāk.",
            "We began with what can be seen from the road: bottles, rope, a chair without legs. Then we took the boat to the island, where it was just the same, only nobody had looked. We needed fewer bags than we thought, and more hands.",
        ),
        gallery(
            ("Diena pie upes", "A day by the river"),
            ("laiva-pa-misu", ("Uz salu tika tikai ar laivu.", "The island could only be reached by boat.")),
            ("berzu-birzs", ("Ceļš uz krastu.", "The way to the bank.")),
            ("abolu-grozs", ("Par pusdienām parūpējās kaimiņu dārzi.", "The neighbours’ gardens saw to lunch.")),
            ("upes-licis-kresla", ("Kad visi bija devušies mājās.", "When everybody had gone home.")),
        ),
        p(
            "Nākamreiz skatīsimies, vai alkšņi iesakņojušies. Ja jums ir liekas laipas dēļi, ziņojiet.",
            "Next time we will see whether the alders have taken. If you have planks to spare for a footbridge, let us know.",
        ),
    ],
)

BUS_STOP = article(
    "bus-stop",
    ("Trīs jautājumi, ar kuriem varētu sākt padome", "Three questions a council could begin with"),
    ("tris-jautajumi-padomei", "three-questions-for-a-council"),
    days_ago=17,
    category="padome",
    topics=("lidzdaliba", "celi"),
    settlements=("katlakalns", "ramava"),
    picture="autobusa-pietura",
    lead=(
        "Pietura, telpas un veidlapas. Par to biedrības runā visbiežāk, un par to tām reti kāds jautā.",
        "The bus stop, the rooms and the forms: what associations talk about most, and what they are seldom asked.",
    ),
    body=[
        h2(
            "Kāpēc pēdējais autobuss aiziet, pirms koris beidz dziedāt?",
            "Why does the last bus leave before the choir has finished singing?",
        ),
        p(
            "Mēģinājums beidzas deviņos, autobuss aiziet astoņos četrdesmit. Puse altu brauc mājās ar kāda tenora mašīnu. Tas ir jauki, bet tas nav sabiedriskais transports.",
            "Rehearsal ends at nine; the bus leaves at eight-forty. Half the altos ride home in one tenor’s car. That is kind of him, but it is not public transport.",
        ),
        h2("Kam pieder tukša telpa vakarā?", "Whose is an empty room in the evening?"),
        p(
            "Klases, zāles, bibliotēku otrie stāvi. Atslēga ir vienam, vajadzība citam. Padome varētu salikt sarakstu, pēc kura zvanīt.",
            "Classrooms, halls, library upstairs rooms: one person has the key, another has the need. A council could make the list of whom to call.",
        ),
        h2("Vai veidlapu var aizpildīt bez jurista?", "Can a form be filled in without a lawyer?"),
        p(
            "Kāda biedrība savā pieteikumā trīs reizes uzrakstīja vienu un to pašu, jo trīs reizes tika prasīts. Biedrības “Pagalmu draugi “Saulespuķe”” vadītāja saka: “Mums ir vārds “pašnovērtējums”, ir “līdzfinansējuma apliecinājums”, bet nav ailes, kur pateikt, ko mēs darīsim.”",
            "One association wrote the same thing three times in its application, because it was asked three times. The head of the association “Pagalmu draugi “Saulespuķe”” says: “There is a box for ‘self-assessment’ and one for ‘proof of co-financing’, but none to say what we are going to do.”",
        ),
        p(
            "“Nepieciešamākās infrastruktūras labiekārtošanas priekšlikumi” ir gari vārdi. “Soliņš” ir īss. Padomes darbs būtu tulkot no vieniem uz otru.",
            "“Proposals for the improvement of the most necessary infrastructure” is long. “Bench” is short. A council’s work would be to translate between the two.",
        ),
        call_to_action(
            ("Kāds ir jūsu jautājums?", "What is your question?"),
            ("Kas ir padome un ko tā var, rakstīts tās lapā.", "Its page tells what a council is and what it can do."),
            ("NVO konsultatīvā padome", "NGO Advisory Council"),
            "take-part/council",
        ),
    ],
)

FIRST_PROJECT = article(
    "first-project",
    ("Septiņi jautājumi par pirmo projektu", "Seven questions about a first project"),
    ("septini-jautajumi-par-pirmo-projektu", "seven-questions-about-a-first-project"),
    days_ago=24,
    category="platforma",
    topics=("projekti",),
    picture="vestules",
    lead=(
        "Ko biedrības un kopienas jautā, pirms uzrakstījušas pirmo rindu. Un viena lapa, ar ko sākt.",
        "What associations and communities ask before they have written the first line. And one page to begin with.",
    ),
    body=[
        accordion(
            (
                ("Ar ko sākt?", "Where do we start?"),
                [
                    p(
                        "Ar teikumu, ko saprot kaimiņš: kas būs citādi, kad darbs būs padarīts.",
                        "With a sentence your neighbour understands: what will be different when the work is done.",
                    )
                ],
            ),
            (
                ("Cik daudziem jābūt?", "How many of us must there be?"),
                [
                    p(
                        "Diviem, kas strādā, un vienam, kas pārlasa. Iesniedzējam reizēm jābūt biedrībai; to saka nolikums.",
                        "Two to work and one to read it over. Sometimes the applicant must be an association; the rules of the call say so.",
                    )
                ],
            ),
            (
                ("Ko raksta pie mērķa?", "What goes under “aim”?"),
                [
                    p(
                        "Nevis ko darīsiet, bet kāpēc. “Uzlikt trīs soliņus” ir darbs. “Lai vecāki cilvēki aiziet līdz upei un atpakaļ” ir mērķis.",
                        "Not what you will do, but why. “Put up three benches” is the work. “So that older people can walk to the river and back” is the aim.",
                    )
                ],
            ),
            (
                ("Kā saliek tāmi?", "How do we make a budget?"),
                [
                    p(
                        "No darbiem. Katram darbam pretī – kas to dara, cik ilgi un cik maksā.",
                        "From the work. Beside each job, write who does it, how long it takes and what it costs.",
                    ),
                    p("Neaizmirstiet grāmatvedi un PVN.", "Do not forget the accountant and VAT."),
                ],
            ),
            (
                ("Kas ir līdzfinansējums?", "What is co-financing?"),
                [
                    p(
                        "Daļa, ko maksājat paši. Ja konkurss dod 90 %, tad no simts eiro desmit ir jūsu.",
                        "The share you pay yourselves. If a call gives 90%, then ten euros of every hundred are yours.",
                    )
                ],
            ),
            (
                ("Vai var strādāt, kamēr atbildes nav?", "May we start before we hear back?"),
                [
                    p(
                        "Var, taču par to, kas iztērēts pirms līguma, parasti nemaksā.",
                        "You may, but what was spent before the contract is usually not paid back.",
                    )
                ],
            ),
            (
                ("Un ja noraida?", "And if it is turned down?"),
                [
                    p(
                        "Palūdziet vērtējumu un izlasiet to pēc trim dienām. Otrais pieteikums gandrīz vienmēr ir labāks.",
                        "Ask for the assessment and read it three days later. The second application is nearly always better.",
                    )
                ],
            ),
        ),
        download(
            "idejas-lapa", ("Idejas lapa: seši lauki uz vienas lapas", "Idea sheet: six boxes on one page (in Latvian)")
        ),
        ASK_US,
    ],
)

LEADER_TABLE = article(
    "leader-table",
    "Četras LEADER rīcības vienā tabulā",
    "cetras-leader-ricibas-viena-tabula",
    days_ago=31,
    category="izsludinajumi",
    topics=("projekti",),
    picture="karte-uz-galda",
    lead="Kam, cik un kādu daļu no izmaksām. Skaitļi ir no 2023.–2027. gada perioda pirmās kārtas; nākamajā tie var būt citi.",
    body=[
        p(
            "Pirmajā kārtā visām četrām rīcībām kopā bija 280 000 €. Divas domātas uzņēmējiem, divas – biedrībām un jauniešiem."
        ),
        table(
            "LEADER rīcības, pirmā kārta",
            [("text", "Rīcība"), ("text", "Kam"), ("number", "Projektam līdz"), ("number", "Atbalsts")],
            ["1.1. Atbalsts uzņēmējdarbības attīstībai", "uzņēmējiem", "30 000 €", "40–55 %"],
            ["1.2. Lauku biļete", "uzņēmējiem", "15 000 €", "40–55 %"],
            ["2.2. Sabiedrisko aktivitāšu dažādošana", "biedrībām", "10 000 €", "70–90 %"],
            ["2.3. Jauniešu iniciatīvas", "jauniešiem un biedrībām", "6000 €", "100 %"],
        ),
        h2("Kā tabulu lasīt"),
        ul(
            "“Projektam līdz” ir lielākā summa vienam projektam, “Atbalsts” – kādu daļu no izmaksām sedz.",
            "Ja izmaksas ir 10 000 € un atbalsts 70 %, saņemat 7000 €. Atlikušos 3000 € sagādājat paši.",
            "Jauniešu iniciatīvām summa ir nemainīga: 6000 €, ne vairāk un ne mazāk.",
        ),
    ],
)

PHOTOS = article(
    "photos",
    "Meklējam fotogrāfijas ar veco tirgus laukumu",
    "meklejam-fotografijas",
    days_ago=38,
    category="kopienas",
    topics=("vesture",),
    settlements=("baldone",),
    picture="tirgus-laukums",
    lead="Baldones kaimiņi liek kopā ielu stāstus un lūdz paskatīties vecajos albumos. Der arī neskaidras bildes, ja uz tām kāds smaida.",
    body=[
        p(
            "Visvairāk trūkst gadu, kad fotografēja maz: kara laika, piecdesmito un pašu deviņdesmito. Bildes neatņemsim. Nofotografēsim jūsu virtuvē, pie loga, un atdosim turpat."
        ),
        p("Aizmugurē parasti ir vairāk nekā priekšā: vārds, gads, dažreiz recepte. To arī pierakstīsim."),
    ],
)

CHOIR = article(
    "choir",
    ("Koris meklē basus un jumtu", "A choir is looking for basses, and a roof"),
    ("koris-mekle-basus-un-jumtu", "choir-looking-for-basses-and-a-roof"),
    days_ago=45,
    category="telpas",
    topics=("kori-un-teatris",),
    settlements=("balozi",),
    picture="koris-estrade",
    lead=(
        "Baložu dziedātājiem ir divdesmit balsis un tikai trīs basi, bet sava stūra nav. Der jebkura telpa, kurā neskan kaimiņa ledusskapis.",
        "The singers of Baloži have twenty voices but only three basses, and no corner of their own. Any room will do where the neighbour’s fridge cannot be heard.",
    ),
    body=[
        p(
            "Otrdienu vakari, divas stundas. Klavieres nav obligātas, krēsli gan. Par telpu koris var maksāt ar koncertu.",
            "Tuesday evenings, two hours. A piano is not a must; chairs are. The choir can pay for the room with a concert.",
        ),
    ],
)

SHORT = article(
    "accounting-moved",
    "Grāmatvedības konsultācijas turpmāk ceturtdienās",
    "gramatvedibas-konsultacijas-ceturtdienas",
    days_ago=1,
    category="platforma",
    topics=("gramatvediba",),
    lead="Stunda tā pati, tikai ne vairs otrdienās. Ja jau pieteicāties, mēs jums piezvanīsim.",
    body=[],
)

SEASON = article(
    "season",
    ("Ko mācīsimies šosezon", "What we will be learning this season"),
    ("ko-macisimies-sosezon", "what-we-will-be-learning"),
    days_ago=52,
    category="platforma",
    topics=("macibas", "komanda"),
    picture="seminars-tiessaiste",
    lead=(
        "Pieci vakari biedrību ikdienai. Tēmas salikām no jūsu jautājumiem, secību – no tā, kas deg visvairāk.",
        "Five evenings for the everyday work of an association. Your questions set the subjects; what burns most set the order.",
    ),
    body=[
        numbered(
            (
                "Komanda, kas neizdeg: kā sadalīt darbus un pateikt “nē”.",
                "A team that does not burn out: sharing the work, and saying no.",
            ),
            ("Konflikti: runāt laikus.", "Conflict: talk in time."),
            ("Kā uzrakstīt projektu, ko gribas atbalstīt.", "How to write a project people want to support."),
            ("Grāmatvedība mazai biedrībai.", "Accounting for a small association."),
            ("Brīvprātīgie: uzaicināt un paturēt.", "Volunteers: how to invite them, and keep them."),
        ),
        p(
            "Dienas un pieteikšanās būs te, tiklīdz zināsim telpas. Mācības ir bez maksas.",
            "Dates and sign-up will be here as soon as we know the rooms. The training is free.",
        ),
    ],
)

PAGES = [WELCOME, POTTERY, CLEAN_UP, BUS_STOP, FIRST_PROJECT, LEADER_TABLE, PHOTOS, CHOIR, SHORT, SEASON]
