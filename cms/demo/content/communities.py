"""Communities: residents of a place. What is invented is a sample; the rest was published by those it is about.

Areas are our drawing, rough on purpose, until their communities draw them.
"""

from cms.demo.parts import h2, p, ul
from cms.demo.profiles import CONTACT_POINT, ContactRow, around, community, offered, wanted

KAZOKI = community(
    "kazoku-kopiena",
    "Kažoku kopiena",
    place="kazoki",
    is_sample=True,
    topics=("krasti", "vietrade", "talkas"),
    picture="upes-licis-kresla",
    summary=(
        "Kaimiņi pie Misas, kas paši kopj savu krastu un domā, kādam jābūt viedam ciemam.",
        "Neighbours on the Misa who look after their own bank and are working out what makes a village smart.",
    ),
    joining=(
        "Piezvaniet vai atnāciet uz krastu, kad redzat dūmus: tur kāds vienmēr ir. Lāpstu neņemiet, lāpstas mums ir. Ņemiet krūzi.",
        "Call, or come to the river when you see smoke; somebody is always there. No need for a spade, we have spades. Bring a mug.",
    ),
    meeting=(
        "Mēneša pirmajā sestdienā plkst. 11.00 krastā.",
        "On the first Saturday of the month at 11:00, by the river.",
    ),
    meets=["sat-day"],
    audiences=["all", "families"],
    languages=["lv", "ru"],
    access=["bus"],
    access_note=(
        "No pieturas desmit minūtes pa grants ceļu. Pēdējie simt soļi ir zāle.",
        "Ten minutes from the stop along a gravel road. The last hundred steps are grass.",
    ),
    traditions=(
        "Rudenī talka ar zupu, pavasarī pirmais brauciens. Pirmo laivu ielaiž jaunākais, kurš prot airēt.",
        "A clean-up with soup in autumn, the first trip in spring. The first boat is launched by the youngest who can row.",
    ),
    signs=(
        "Zila laiva krastmalā. Airu tai nav, toties tajā aug puķes.",
        "A blue boat on the bank. It has no oars, but flowers grow in it.",
    ),
    body=[
        p(
            'Sarunas par kopienu te sākās 2022. gada septembrī. Kopš tā laika krasts ir tīrāks, un kaimiņi zina cits cita vārdus. Ar upi palīdz biedrība <a href="page:directory/udensmalu-attistibai">“Ūdensmalu attīstībai”</a>.',
            'Talks about a community began here in September 2022. Since then the bank has become cleaner, and neighbours know each other’s names. The association <a href="page:directory/udensmalu-attistibai">“Ūdensmalu attīstībai”</a> helps with the river.',
        ),
        h2("Ko darām", "What we do"),
        ul(
            ("kopjam krastu un laivu piestātni;", "look after the bank and the landing;"),
            ("stādām alkšņus tur, kur upe grauž;", "plant alders where the river bites;"),
            (
                "sarunājam, ko prasīt pašvaldībai, pirms kāds aiziet viens pats.",
                "agree on what to ask of the municipality before anybody goes alone.",
            ),
        ),
    ],
    point=(24.1999, 56.7222),
    precision="exact",
    area=around((24.2005, 56.7196), 430, 620, 900, 780, 520, 640, 1050, 760),
    open_to_members=True,
    wants_volunteers=True,
    founded=2022,
    related=("udensmalu-attistibai", "dzerumu-padome", "misas-laivinieki"),
    contacts=(
        ContactRow(("par talkām un laivu", "on clean-ups and the boat"), "Juris Paraugkrasts", "+371 00 000 011"),
    ),
    notices=(
        wanted(
            "Meklējam dēļus laipai: četrus metrus garus, var būt lietoti.",
            "We are looking for planks for a footbridge: four metres long, used ones will do.",
            40,
        ),
        offered(
            "Aizdodam zupas katlu piecdesmit cilvēkiem. Atdot tīru.",
            "We lend a soup pot for fifty. Return it clean.",
            120,
        ),
    ),
)

MEZINIEKI = community(
    "mezinieku-apkaime",
    "Mežinieku apkaime",
    place="mezinieki",
    covers=("mezinieki", "plakanciems", "mellupi"),
    topics=("vietrade", "vesture", "darzi"),
    picture="stabins-pie-takas",
    summary=(
        "Apkaime, kas savus stāstus izlikusi gar taku mežā. Pie tās stāv zīme “Viedais ciems”.",
        "A neighbourhood that has set out its stories along a woodland trail. Beside it stands the sign “smart village”.",
    ),
    joining=(
        "Sāciet ar stāstu taku. Kas notiek tuvākajā laikā, zina apkaimes biedrība.",
        "Begin with the story trail. The neighbourhood’s association knows what is on next.",
    ),
    traditions=(
        "Permakultūras semināri, uz kuriem brauc arī no citām pusēm, un taka, ko stāsta tie, kas te dzīvo.",
        "Permaculture seminars that people travel to, and a trail told by those who live here.",
    ),
    signs=("Zīme “Viedais ciems” un stāstu stabiņi mežā.", "The smart-village sign, and story posts in the wood."),
    area=around((24.1150, 56.7525), 1450, 1250, 1500, 1150, 1500, 900, 700, 950),
    related=("mezinieku-apkaimes-attistibai", "misas-laivinieki"),
)

JENCI = community(
    "jencu-viensetu-kopiena",
    "Jenču viensētu kopiena",
    place="jenci",
    topics=("daba", "kaiminu-palidziba"),
    picture="plava-un-majas",
    summary=(
        "Viensētas ap Jenčiem, kuras vieno dabiskās pļavas. Bez statūtiem, ar kopīgām rūpēm.",
        "Farmsteads around Jenči, held together by their natural meadows. No statutes, but shared cares.",
    ),
    joining=(
        "Ja dzīvojat netālu, jūs jau esat kaimiņš. Kā satikt pārējos, pateiks NVO kontaktpunkts.",
        "If you live nearby, you are a neighbour already. The NGO contact point will say how to meet the others.",
    ),
    signs=("Dabiskās pļavas.", "The natural meadows."),
    area=around((24.2700, 56.7462), 1100, 1250, 900, 1350, 1050, 1400, 950, 1200),
    contacts=(CONTACT_POINT,),
)

MERCENDARBE = community(
    "mercendarbes-muizas-apkartne",
    "Mercendarbes muižas apkārtne",
    place="mercendarbe",
    state="forming",
    topics=("vesture", "vietrade"),
    picture="tautas-nams",
    summary=(
        "Kopiena, kas veidojas ap muižu: te ir ēka, kurā sanākt, un cilvēki, kas to sauc par savējo.",
        "A community taking shape around a manor: there is a house to gather in, and people who call it theirs.",
    ),
    joining=(
        "Pirmos satiksiet muižā. Ja gribat palīdzēt kopienai rasties, zvaniet NVO kontaktpunktam.",
        "You will meet the first of us at the manor. To help the community into being, call the NGO contact point.",
    ),
    area=around((24.4290, 56.7655), 900, 1000, 820, 950, 1150, 1300, 1250, 1000),
    open_to_members=True,
    related=("baldones-padome",),
    contacts=(CONTACT_POINT,),
)

DZELZAMURS = community(
    "dzelzamura-cels",
    "Dzelzāmura ceļš",
    place="dzelzamurs",
    state="forming",
    topics=("celi", "kaiminu-palidziba"),
    summary=(
        "Ceļš, gar kuru sāk satikties kaimiņi. Novada tālākajā stūrī tas ir īsākais ceļš līdz sarunai.",
        "A road along which neighbours are beginning to meet. In the farthest corner of the municipality it is the shortest way to a conversation.",
    ),
    joining=(
        "Kopiena vēl veidojas: der katrs, kas pa šo ceļu brauc mājās. Zvaniet NVO kontaktpunktam.",
        "The community is still forming: anybody who drives home along this road is welcome. Call the NGO contact point.",
    ),
    area=around((24.3480, 56.6690), 1500, 700, 480, 700, 900, 760, 520, 800),
    open_to_members=True,
    contacts=(CONTACT_POINT,),
)

KATLAKALNS = community(
    "katlakalna-kaimini",
    "Katlakalna kaimiņi",
    place="katlakalns",
    covers=("katlakalns", "plavniekkalns"),
    is_sample=True,
    topics=("celi", "gimenes", "lidzdalibas-budzets"),
    picture="autobusa-pietura",
    summary=(
        "Vecās un jaunās mājas vienā ciemā: kopā gaidām autobusu, kopā prasām ietvi līdz skolai.",
        "Old houses and new ones in one village: we wait for the bus together and ask for a pavement to the school together.",
    ),
    joining=(
        "Nāciet uz tautas namu mēneša pēdējā trešdienā. Sēdam aplī, runā katrs, beidzam deviņos.",
        "Come to the community hall on the last Wednesday of the month. We sit in a circle, everybody speaks, and we stop at nine.",
    ),
    meeting=("Mēneša pēdējā trešdienā plkst. 19.00.", "On the last Wednesday of the month at 19:00."),
    meets=["wed-evening"],
    audiences=["all", "newcomers"],
    languages=["lv", "ru", "en"],
    access=["step-free", "parking", "bus"],
    traditions=(
        "Augustā – garais galds uz ielas. Katrs nes vienu krēslu vairāk, nekā pašam vajag.",
        "In August, a long table in the street. Everybody brings one chair more than they need.",
    ),
    area=around((24.1815, 56.8735), 620, 760, 900, 1050, 880, 700, 820, 640),
    open_to_members=True,
    founded=2021,
    related=("vartu-atslega",),
    contacts=(ContactRow(("aicina uz sanākšanām", "calls the meetings"), "Elīna Paraugkalna", "+371 00 000 012"),),
    notices=(
        wanted(
            "Meklējam kādu, kas prot nolasīt satiksmes skaitītāja datus.",
            "We are looking for somebody who can read the data of a traffic counter.",
            30,
        ),
    ),
)

KROGSILS = community(
    "krogsila-pagalmi",
    "Krogsila pagalmi",
    place="krogsils",
    is_sample=True,
    topics=("pagalmi", "kaiminu-palidziba"),
    picture="pagalms-ar-solinu",
    summary=(
        "Reizi mēnesī kaut ko salabojam. Divas stundas, tad tēja.",
        "Once a month we mend something. Two hours, then tea.",
    ),
    joining=(
        "Skatieties zīmīti pie durvīm un nāciet. Instrumenti ir, cimdi arī.",
        "Look for the note on the door and come along. There are tools, and gloves too.",
    ),
    meeting=(
        "Mēneša otrajā sestdienā plkst. 11.00 pagalmā.",
        "On the second Saturday of the month at 11:00, in the yard.",
    ),
    meets=["sat-morning", "sat-day"],
    audiences=["all", "families", "seniors"],
    languages=["lv", "ru"],
    access=["step-free", "bus"],
    traditions=(
        "Burtnīca aiz elektrības skapja. Tajā ir viss, kas salabots, un viss, kas nav izdevies.",
        "The notebook behind the fuse box. In it stands all that was mended, and all that was not.",
    ),
    signs=("Soliņi ik pēc simt soļiem.", "A bench every hundred steps."),
    body=[
        p(
            'Kā tas sākās ar vienu soliņu un kāpēc pēc divām stundām jābeidz, stāsta <a href="page:news/stories/benches">“Krogsila pagalmi: viens soliņš mēnesī”</a>.',
            'How it began with one bench, and why one has to stop after two hours, is told in <a href="page:news/stories/benches">“The yards of Krogsils: one bench a month”</a>.',
        ),
    ],
    area=around((24.1870, 56.8530), 420, 560, 640, 480, 520, 600, 450, 380),
    open_to_members=True,
    wants_volunteers=True,
    founded=2024,
    contacts=(ContactRow(("urbjmašīna un tēja", "the drill and the tea"), "Anna Paraudziņa", "+371 00 000 013"),),
    notices=(
        offered(
            "Dodam līdzi soliņa rasējumu un skrūvju sarakstu. Izmēģināts trijos pagalmos.",
            "Take home our drawing of a bench and its list of screws. Tried in three yards.",
            200,
        ),
        wanted(
            "Meklējam metinātāju uz vienu sestdienu: velosipēdu statīvam lūst kāja.",
            "We need a welder for one Saturday: a leg of the bicycle rack is breaking.",
            25,
        ),
    ),
)

PULKARNE = community(
    "pulkarnes-ciems",
    "Pulkarnes ciema ļaudis",
    place="pulkarne",
    is_sample=True,
    state="dormant",
    topics=("talkas", "kaiminu-palidziba"),
    summary="Kādreiz te katru maiju bija talka un katru rudeni zemeņu ievārījuma tirgus. Tagad gaidām, kas sāks no jauna.",
    joining="Ja jums ir lāpsta un viens brīvs sestdienas rīts, jūs varat būt tas, kas sāk. Saraksts ar vecajiem talciniekiem ir saglabāts.",
    traditions="Talka maija pirmajā sestdienā un zupa pie veikala.",
    area=around((24.2845, 56.7968), 700, 850, 620, 700, 560, 780, 640, 560),
    open_to_members=True,
    founded=2012,
)

VIMBUKROGS = community(
    "vimbukroga-laudis",
    "Vimbukroga ļaudis",
    place="vimbukrogs",
    covers=("vimbukrogs", "loreki"),
    is_sample=True,
    state="forming",
    topics=("vesture", "krasti"),
    summary="Trīs saimes, viens krogs, kura vairs nav, un jautājums, vai Ķekaviņā vēl ir vimbas.",
    joining="Pirmo reizi satiksimies, kad būsim septiņi. Pagaidām esam pieci, tāpēc rakstiet.",
    languages=["lv"],
    area=around((24.2180, 56.8390), 520, 430, 500, 640, 700, 560, 480, 420),
    open_to_members=True,
)

DAUGMALE = community(
    "daugmales-pilskalna-sargi",
    "Daugmales pilskalna sargi",
    place="daugmale",
    is_sample=True,
    topics=("vesture", "talkas"),
    picture="pilskalns",
    summary=(
        "Pļaujam pilskalnu, rādām to ciemiņiem un skaitām pakāpienus, kamēr tie vēl turas.",
        "We mow the hillfort, show it to guests and count the steps for as long as they hold.",
    ),
    joining=(
        "Izvēlieties savu pļaušanas sestdienu. Izkaptis ir, iesācējiem ierāda.",
        "Choose your mowing Saturday. There are scythes, and beginners are shown how.",
    ),
    meeting=(
        "No maija līdz septembrim katra mēneša trešajā sestdienā.",
        "From May to September, on the third Saturday of the month.",
    ),
    meets=["sat-morning"],
    audiences=["all", "young"],
    languages=["lv", "en"],
    traditions=(
        "Gada īsākajā naktī augšā deg viens ugunskurs, un neviens nerunā, līdz tas izdegis.",
        "On the shortest night one fire burns on top, and nobody speaks until it has burnt down.",
    ),
    area=around((24.4135, 56.8235), 1000, 1050, 900, 700, 850, 980, 1050, 900),
    open_to_members=True,
    wants_volunteers=True,
    founded=2015,
    related=("daugmales-rokdarbnieces",),
    contacts=(ContactRow(("dala izkaptis", "hands out the scythes"), "Andris Paraugs", "+371 00 000 014"),),
    notices=(
        wanted(
            "Vajag trīs cilvēkus, kas nebaidās no stāvas nogāzes un agra rīta.",
            "Three people wanted who fear neither a steep slope nor an early morning.",
            60,
        ),
    ),
)

# In the archive: nobody has confirmed it (cms/demo/freshness.py). Readers do not see it, staff bring it back.
PLAKANCIEMS = community(
    "plakanciema-pastaigas",
    "Plakanciema pastaigas",
    place="plakanciems",
    is_sample=True,
    topics=("talkas",),
    summary="Svētdienās kopā ejam gar Misu, no tilta līdz tiltam, un atpakaļ.",
    joining="Pulcējamies pie tilta. Jāpaņem līdzi tikai ērti apavi.",
    meeting="Svētdienās plkst. 10.00 pie Misas tilta.",
    open_to_members=True,
    founded=2019,
)

PAGES = [
    PLAKANCIEMS,
    PULKARNE,
    VIMBUKROGS,
    DZELZAMURS,
    MERCENDARBE,
    JENCI,
    KATLAKALNS,
    DAUGMALE,
    KROGSILS,
    MEZINIEKI,
    KAZOKI,
]
