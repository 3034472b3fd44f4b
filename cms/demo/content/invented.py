"""Organisations that do not exist: samples of what is missing among the real ones."""

from cms.demo.profiles import ContactRow, offered, organisation, wanted

FUND = organisation(
    "daugavas-loka-fonds",
    "Daugavas loks",
    sort="foundation",
    place="daugmale",
    is_sample=True,
    topics=("projekti", "jauniesi"),
    picture="vestules",
    summary=(
        "Mazs fonds ar mazām summām: līdz 500 eiro vienai labai domai jauniešu rokās.",
        "A small foundation for small sums: up to 500 euros for one good thought in young hands.",
    ),
    joining=(
        "Uzrakstiet vienu lapu: ko gribat, kurš darīs, cik maksās. Atbildam divās nedēļās.",
        "Write one page: what you want, who will do it, what it costs. We answer within two weeks.",
    ),
    audiences=["young", "families"],
    languages=["lv", "en"],
    wants_volunteers=True,
    public_benefit=True,
    founded=2019,
    contacts=(ContactRow(("lasa pieteikumus", "reads the applications"), "Ieva Paraugloka", "+371 00 000 031"),),
    notices=(
        offered(
            "Dodam 500 eiro pirmajam projektam tiem, kam vēl nav divdesmit.",
            "500 euros for a first project, for those under twenty.",
            100,
        ),
    ),
)

SIDE_BY_SIDE = organisation(
    "blakus",
    "Blakus",
    place="krustkalni",
    covers=("krustkalni", "valdlauci"),
    is_sample=True,
    topics=("kaiminu-palidziba", "gimenes"),
    summary=(
        "Cilvēki ar kustību traucējumiem un tie, kas iet līdzi: uz teātri, uz veikalu, uz mežu.",
        "People with disabilities, and those who come along: to the theatre, to the shop, to the woods.",
    ),
    joining=(
        "Pasakiet, kurp gribat tikt, vai pasakiet, cik stundu mēnesī varat iet līdzi. Pārējo sarunājam.",
        "Say where you would like to get to, or how many hours a month you could come along. We arrange the rest.",
    ),
    meeting=("Mēneša otrajā otrdienā plkst. 14.00.", "On the second Tuesday of the month at 14:00."),
    meets=["tue-day"],
    audiences=["disability", "seniors", "all"],
    languages=["lv", "ru", "sign"],
    access=["step-free", "toilet", "loop", "parking", "bus"],
    access_note=(
        "Uzbrauktuve ir no pagalma puses. Piezvaniet, un atvērsim vārtus.",
        "The ramp is on the yard side. Call, and we will open the gate.",
    ),
    open_to_members=True,
    wants_volunteers=True,
    public_benefit=True,
    founded=2014,
    contacts=(
        ContactRow(("salāgo ceļus un stundas", "matches journeys and hours"), "Sandra Paraugs", "+371 00 000 032"),
        ContactRow(
            ("zīmju valoda, tikai ziņas", "sign language, text messages only"), "Kaspars Paraugs", "+371 00 000 033"
        ),
    ),
    notices=(
        wanted(
            "Meklējam divus šoferus ar busiņa tiesībām uz vienu sestdienu mēnesī.",
            "Two drivers with a minibus licence wanted for one Saturday a month.",
            55,
        ),
        offered(
            "Pārbaudām, vai jūsu telpās var iekļūt ar ratiņkrēslu. Bez maksas, ar mērlenti.",
            "We check whether a wheelchair gets into your rooms. Free of charge, with a tape measure.",
            180,
        ),
    ),
)

YOUTH = organisation(
    "tilts-jauniesiem",
    "Jauniešu “Tilts”",
    place="kekava",
    covers=("kekava", "odukalns"),
    is_sample=True,
    topics=("jauniesi", "lidzdalibas-budzets", "komanda"),
    picture="seminars-tiessaiste",
    summary=(
        "Jaunieši, kas paši raksta projektus, paši kļūdās un paši stāsta tālāk.",
        "Young people who write their own projects, make their own mistakes and pass it all on.",
    ),
    joining=(
        "Piektdienās durvis ir vaļā. Pirmajā mēnesī neviens neko neprasa, otrajā prasa, ko gribi mainīt.",
        "On Fridays the door is open. In the first month nobody asks anything; in the second they ask what you want to change.",
    ),
    meeting=("Piektdienās no plkst. 16.00 līdz 20.00.", "Fridays from 16:00 to 20:00."),
    meets=["fri-day", "fri-evening"],
    audiences=["young"],
    languages=["lv", "en", "ru"],
    access=["step-free", "bus"],
    open_to_members=True,
    wants_volunteers=True,
    founded=2020,
    contacts=(
        ContactRow(("atver durvis piektdienās", "opens the door on Fridays"), "Rihards Paraugtilts", "+371 00 000 034"),
    ),
    notices=(
        wanted(
            "Meklējam grāmatvedi, kurš māk paskaidrot. Samaksāsim ar videoklipu.",
            "An accountant wanted who can explain things. We pay with a video.",
            35,
        ),
    ),
)

SENIORS = organisation(
    "vakara-stunda",
    "Vakara stunda",
    place="valdlauci",
    is_sample=True,
    state="dormant",
    topics=("seniori", "kori-un-teatris"),
    summary="Divpadsmit gadus dejojām un braucām ekskursijās. Tagad meklējam, kam atdot karogu un tējkannu.",
    joining="Ja jums ir trīs draudzenes un gribat turpināt, mēs parādīsim, kur viss stāv.",
    audiences=["seniors"],
    languages=["lv", "ru"],
    open_to_members=True,
    founded=2010,
)

GARDENS = organisation(
    "saulgozu-darzi",
    "Saulgožu dārzi",
    sort="cooperative",
    place="saulgozi",
    is_sample=True,
    topics=("darzi", "kaiminu-palidziba"),
    picture="permakulturas-darzs",
    summary="Četrdesmit dārziņi, viens ūdensvads un kopīga smalcinātāja rinda.",
    joining="Brīvi dārziņi parādās rudenī. Pierakstieties rindā un pavasarī atnāciet uz zemes dienu.",
    meeting="Zemes diena aprīļa pēdējā sestdienā.",
    meets=["sat-day"],
    audiences=["all", "seniors", "families"],
    languages=["lv"],
    access=["step-free"],
    open_to_members=True,
    founded=1994,
    contacts=(ContactRow(("ved dārziņu rindu", "keeps the waiting list"), "Dzidra Paraugkalne", "+371 00 000 035"),),
)

NEWCOMERS = organisation(
    "vartu-atslega",
    "Vārtu atslēga",
    place="katlakalns",
    covers=("katlakalns", "ramava", "balozi"),
    is_sample=True,
    topics=("kaiminu-palidziba", "macibas"),
    summary=(
        "Palīdz tiem, kas nesen ieradušies: latviešu valoda pie tējas, ārsta atrašana, pirmie kaimiņi.",
        "Helps those who have come recently: Latvian over tea, finding a doctor, first neighbours.",
    ),
    joining=(
        "Nāciet sestdien ar jautājumu vai ar laiku. Der abi.",
        "Come on Saturday with a question or with time. Either will do.",
    ),
    meeting=("Sestdienās plkst. 13.00.", "Saturdays at 13:00."),
    meets=["sat-day"],
    audiences=["newcomers", "families", "all"],
    languages=["lv", "en", "ru", "uk"],
    access=["bus"],
    open_to_members=True,
    wants_volunteers=True,
    founded=2022,
    related=("katlakalna-kaimini",),
    contacts=(ContactRow(("pirmais zvans", "first call"), "Oksana Paraugs", "+371 00 000 036"),),
    notices=(
        wanted(
            "Meklējam sarunu biedrus: viena stunda nedēļā latviešu valodā.",
            "Conversation partners wanted: one hour a week, in Latvian.",
            85,
        ),
    ),
)

PAGES = [FUND, SIDE_BY_SIDE, YOUTH, SENIORS, GARDENS, NEWCOMERS]
