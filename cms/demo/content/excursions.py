"""The section “Ekskursijas”: its pages, and four excursions.

The names of the trail and of the boat trip are real; stops, stories and ways are ours, so all are samples. Ways are
drawn roughly, and the pages say so.
"""

from cms.demo.content import placemaking, places
from cms.demo.content.rows import PHONE
from cms.demo.parts import Page, p
from cms.demo.visiting import PLACES, ROUTES, SECTION, STORIES, Stop, excursion

EXCURSIONS = Page(
    key=SECTION,
    model="ExcursionsPage",
    title=("Ekskursijas", "Excursions"),
    slug=("ekskursijas", "excursions"),
    in_menu=True,
    texts={
        "intro": (
            "Īsi ceļi ar stāstiem: kājām, ar laivu vai velosipēdu. Ejiet paši jebkurā dienā vai kopā ar stāstnieku.",
            "Short ways with stories, on foot, by boat or by bicycle. Go by yourself any day, or with a storyteller.",
        ),
    },
)

ROUTES_PAGE = Page(
    key=ROUTES,
    model="RoutesPage",
    title=("Maršruti", "Routes"),
    slug=("marsruti", "routes"),
    in_menu=True,
    texts={
        "intro": (
            "Pieturas, attālumi un karte. Visu var izdrukāt vai paņemt līdzi telefonā.",
            "Stops, distances and a map, to print or to take along on your phone.",
        ),
    },
)

STORIES_PAGE = Page(
    key=STORIES,
    model="StoriesPage",
    title=("Vietrade", "Placemaking"),
    slug=("vietrade", "placemaking"),
    in_menu=True,
    texts={
        "intro": (
            "Kā cilvēki maina vietu, kurā dzīvo: kas bija, kas ir, kas vēl vajadzīgs.",
            "How people change the place they live in: what it was, what it is, and what is still needed.",
        ),
    },
)

PLACES_PAGE = Page(
    key=PLACES,
    model="PlacesPage",
    title=("Vietas", "Places"),
    slug=("vietas", "places"),
    in_menu=True,
    texts={
        "intro": (
            "Kur vērts aizbraukt: kas vietu kopj, kad tā ir vaļā un kā tur nokļūt.",
            "Where it is worth going: who looks after a place, when it is open, and how to get there.",
        ),
    },
)

TRAIL = excursion(
    "story-trail",
    ("Mežinieku stāstu taka", "The Mežinieki story trail"),
    ("mezinieku-stastu-taka", "mezinieki-story-trail"),
    mode="foot",
    settlement="plakanciems",
    passes=("mellupi", "misas"),
    picture="stastu-taka",
    hosts=("mezinieku-apkaime", "mezinieku-apkaimes-attistibai"),
    topics=("vesture", "vietrade", "gimenes"),
    seasons=["spring", "summer", "autumn"],
    access=["parking", "bus"],
    phone=PHONE,
    contact_name="NVO kontaktpunkts",
    checked_on=-45,
    way=[
        (24.0988, 56.7654),
        (24.1012, 56.7636),
        (24.1006, 56.7612),
        (24.1046, 56.7583),
        (24.1062, 56.7566),
        (24.1058, 56.7546),
        (24.1088, 56.7523),
        (24.1079, 56.7500),
        (24.1093, 56.7478),
        (24.1109, 56.7455),
        (24.1131, 56.7430),
        (24.1165, 56.7403),
    ],
    summary=(
        "Seši stāsti un viens mežs, kurā kaimiņi pazīst katru celmu. Var iet pašam vai ar stāstnieku.",
        "Six stories and one forest in which the neighbours know every stump. Walk it alone or with a storyteller.",
    ),
    meeting_place=("Stāvlaukums pie Plakanciema tilta.", "The car park by Plakanciems bridge."),
    end_place=("Ugunskura vieta iepretim Mellupiem.", "The fireplace opposite Mellupi."),
    surface=("Meža taka", "Forest path"),
    access_note=("Līdz 3. pieturai", "As far as stop 3"),
    kit=(
        "Zābaki pēc lietus, krūze tējai, lukturītis novembrī.",
        "Boots after rain, a mug for tea, a torch in November.",
    ),
    transport=(
        "Autobuss Ķekava–Plakanciems, pietura “Tilts”. Pēdējais atpakaļ ap pulksten 20, laiku pārbaudiet.",
        "The Ķekava–Plakanciems bus, stop “Tilts”. The last one back is at about 20:00; do check.",
    ),
    bad_weather=(
        "Lietū ejam, vētrā ne. Atceltu gājienu pasakām īsziņā.",
        "We walk in rain, not in a storm. If it is off, we text you.",
    ),
    stops=[
        Stop(
            thing=f"{STORIES}/bridge-end",
            name=("Plakanciema tilts", "Plakanciems bridge"),
            text=(
                "Te šķīrās ceļš uz tirgu no ceļa uz skolu, un ceļā uz skolu ratiem vienmēr salūza ritenis. Tagad kaimiņi te grib soliņu.",
                "Here the road to market parted from the road to school, and on the way to school the cart always broke down. Now the neighbours want a bench here.",
            ),
            minutes=10,
            question=(
                "Uz kuru pusi tek upe? Iemet koka lapu un paskaties.",
                "Which way does the river flow? Drop a leaf in and look.",
            ),
            safety=(
                "Pa tilta braucamo daļu iet mašīnas: turieties kreisajā malā.",
                "Cars use the bridge: keep to the left-hand edge.",
            ),
        ),
        Stop(
            name=("Mežsarga pagalms", "The forester’s yard"),
            point=(24.1006, 56.7612),
            picture="abolu-grozs",
            text=(
                "Mājas vairs nav, bet ābele aug. Septembrī drīkst paņemt vienu ābolu. Tikai vienu: mežsargs skaita.",
                "The house is gone, but the apple tree still grows. In September you may take one apple. Only one: the forester counts.",
            ),
            minutes=10,
            question=(
                "Cik soļu garš bija pagalms? Izsoļo no ābeles līdz akmenim.",
                "How many paces long was the yard? Pace it from tree to stone.",
            ),
        ),
        Stop(
            thing=f"{STORIES}/story-posts",
            name=("Stāstu stabiņš “Vilku nakts”", "The post “Night of the wolves”"),
            text=(
                "Īsākais stāsts uz takas un vienīgais, ko stāsta čukstus. Līdz šejienei var atbraukt ar ratiņiem.",
                "The shortest story on the trail, and the only one told in a whisper. Wheels get as far as this.",
            ),
            minutes=10,
        ),
        Stop(
            name=("Egļu vārti", "The spruce gate"),
            point=(24.1088, 56.7523),
            picture="stabins-pie-takas",
            text=(
                "Divas egles, iestādītas kāzu dienā. Kas iziet starp tām, klusējot un turoties rokās, tam esot laimīgs gads.",
                "Two spruces planted on a wedding day. Walk between them hand in hand and silent, they say, and the year will be a happy one.",
            ),
            minutes=5,
        ),
        Stop(
            thing=f"{PLACES}/river-bend",
            text=(
                "Apstājieties uz laipas un saskaitiet līdz simtam. Parasti ap septiņdesmit kāds nopludina bebru.",
                "Stop on the boardwalk and count to a hundred. By about seventy somebody has usually startled a beaver.",
            ),
            minutes=15,
            question=(
                "Kā bebrs zina, uz kuru pusi koks gāzīsies?",
                "How does a beaver know which way a tree will fall?",
            ),
            safety=("Slapjā laikā laipa ir slidena.", "The boardwalk is slippery when wet."),
        ),
        Stop(
            thing=f"{STORIES}/fireplace",
            text=(
                "Malka ir zem jumtiņa. Atstājiet pagali nākamajam un stāstu – tiem, kas sēž blakus.",
                "There is firewood under the little roof. Leave a log for whoever comes next, and a story for those beside you.",
            ),
            minutes=30,
        ),
    ],
    body=[
        p(
            'Taku iekopa kaimiņi; kā tas notika, stāsta <a href="page:excursions/placemaking/story-posts">vietrades stāsts par pieciem stabiņiem</a>.',
            'Neighbours made the trail; <a href="page:excursions/placemaking/story-posts">the story of the five posts</a> tells how.',
        ),
    ],
)

BOAT = excursion(
    "by-boat",
    ("Ar laivu pa Misu", "By boat on the Misa"),
    ("ar-laivu-pa-misu", "by-boat-on-the-misa"),
    mode="boat",
    difficulty="moderate",
    settlement="misas",
    passes=("mellupi", "plakanciems"),
    picture="laiva-pa-misu",
    hosts=("misas-laivinieki",),
    topics=("krasti", "daba"),
    seasons=["spring", "summer"],
    access=["parking"],
    phone=PHONE,
    contact_name="NVO kontaktpunkts",
    minutes=180,
    checked_on=-170,
    way=[
        (24.14323, 56.73729),
        (24.13933, 56.73743),
        (24.12543, 56.73668),
        (24.12175, 56.73672),
        (24.11835, 56.73713),
        (24.11532, 56.73807),
        (24.11272, 56.73959),
        (24.10949, 56.74271),
        (24.1068, 56.74651),
        (24.1019, 56.75462),
        (24.09833, 56.75942),
        (24.0951, 56.7644),
    ],
    summary=(
        "Rāms ūdens, trīs veci koki un viens sanesums, pār kuru laiva jāpārnes. Iesācēji tiek galā, ja airē pa pāriem.",
        "Calm water, three old trees, and one pile of driftwood to carry the boat over. Beginners manage if they paddle in pairs.",
    ),
    meeting_place=("Laivu nolaižamā vieta pie Misām.", "The slipway at Misas."),
    end_place=("Plakanciema tilts, kreisais krasts.", "Plakanciems bridge, left bank."),
    surface=("Lēna upe", "Slow river"),
    access_note=("Iekāpšana no zema krasta", "Boarding from a low bank"),
    kit=(
        "Sausas drēbes maisā, cepure, ūdens. Vestes un airus dod laivinieki.",
        "Dry clothes in a bag, a hat, water. The boat club lends vests and paddles.",
    ),
    transport=(
        "Ar mašīnu līdz Misām; atpakaļ no Plakanciema – kopīgs busiņš, jāpiesaka iepriekš.",
        "By car to Misas; back from Plakanciems by a shared minibus, booked ahead.",
    ),
    bad_weather=("Negaisā un palu laikā neizbraucam.", "We do not set out in thunder or floods."),
    stops=[
        Stop(
            name=("Nolaižamā vieta pie Misām", "The slipway at Misas"),
            point=(24.14323, 56.73729),
            text=(
                "Te māca trīs lietas: kā sēdēt, kā apstāties un ko darīt, kad strīdas par virzienu.",
                "Three things are taught here: how to sit, how to stop, and what to do when you argue about direction.",
            ),
            minutes=20,
            safety=("Vestes velk visi, arī tie, kas prot peldēt.", "Everybody wears a vest, swimmers too."),
        ),
        Stop(
            thing=f"{PLACES}/three-trees",
            text=(
                "Ozols, goba un priede. No laivas redz, kā saknes tur krastu; no krasta – cik maza ir laiva.",
                "Oak, elm and pine. From the boat you see how roots hold the bank; from the bank, how small a boat is.",
            ),
            minutes=25,
            question=(
                "Kurš no trim kokiem ir vecākais? Kā to varētu uzzināt, koku nezāģējot?",
                "Which of the three is the oldest? How could one find out without a saw?",
            ),
        ),
        Stop(
            thing=f"{STORIES}/fireplace",
            text=(
                "Pusceļš. Var izkāpt, uzvārīt tēju un izžāvēt zeķes. Laipas vēl nav, tāpēc zeķes būs slapjas.",
                "Half-way. Get out, boil tea and dry your socks. There is no jetty yet, so the socks will be wet.",
            ),
            minutes=30,
        ),
        Stop(
            thing=f"{PLACES}/river-bend",
            text=(
                "Sanesums. Laivu pārnes četri cilvēki, piektais nes airus un stāsta, kā pareizi.",
                "Driftwood. Four people carry the boat; the fifth carries the paddles and explains how to do it.",
            ),
            minutes=15,
            safety=(
                "Zem baļķiem ir straume: kāpiet ārā pirms sanesuma, ne uz tā.",
                "There is a current under the logs: get out before the pile, not on it.",
            ),
        ),
        Stop(
            name=("Plakanciema tilts", "Plakanciems bridge"),
            point=(24.0951, 56.7644),
            picture="upes-licis-kresla",
            text=(
                "Beigas. Kas pirmais ierauga tiltu, tas nes laivu pēdējais – tāda ir kārtība.",
                "The end. Whoever sees the bridge first carries the boat last; that is the rule.",
            ),
        ),
    ],
)

SHORE = excursion(
    "along-the-shore",
    ("No Katlakalna līdz Rāmavai", "From Katlakalns to Rāmava"),
    ("no-katlakalna-lidz-ramavai", "from-katlakalns-to-ramava"),
    mode="foot",
    settlement="katlakalns",
    passes=("ramava",),
    picture="muiza-parka",
    hosts=("katlakalna-kaimini", "ramavas-parka-draugi"),
    topics=("vesture", "krasti"),
    seasons=["spring", "summer", "autumn", "winter"],
    access=["step-free", "bus", "parking", "toilet"],
    phone=PHONE,
    contact_name="NVO kontaktpunkts",
    checked_on=-20,
    way=[
        (24.1838, 56.8743),
        (24.1872, 56.8768),
        (24.1915, 56.8792),
        (24.1908, 56.8822),
        (24.1888, 56.8849),
        (24.1873, 56.8868),
        (24.1846, 56.8897),
        (24.1790, 56.8899),
        (24.1720, 56.8887),
        (24.1660, 56.8872),
        (24.1600, 56.8861),
    ],
    summary=(
        "Līdzena pastaiga gar Sauso Daugavu: no tautas nama līdz muižas parkam, ar baznīcu pa vidu un kafiju galā.",
        "A level walk along the Sausā Daugava from the village hall to a manor park, with a church half-way and coffee at the end.",
    ),
    meeting_place=("Pie Katlakalna Tautas nama durvīm.", "At the door of the Katlakalns hall."),
    end_place=("Rāmavas parka vārti.", "The gate of Rāmava park."),
    surface=("Asfalts un šķembas", "Tarmac and gravel"),
    access_note=("Visu ceļu", "All the way"),
    kit=("Cepure vējam no upes.", "A hat against the wind off the river."),
    transport=(
        "Autobuss no Rīgas un Ķekavas abos galos, vairākas reizes stundā.",
        "Buses from Rīga and Ķekava at both ends, several an hour.",
    ),
    bad_weather=(
        "Ejam vienmēr; stiprā vējā – pa ielu, ne gar ūdeni.",
        "We always walk; in strong wind along the street, not the water.",
    ),
    stops=[
        Stop(
            thing="directory/rooms/katlakalna-tautas-nams",
            text=(
                "Iekšā ir tualete un kartes. Ārā ir dežurante, kas zina, kurš kurā mājā dzīvo kopš 1961. gada.",
                "Inside there are toilets and maps. Outside there is the caretaker, who knows who has lived in which house since 1961.",
            ),
            minutes=10,
        ),
        Stop(
            name=("Laivu piestātne", "The landing"),
            point=(24.1908, 56.8822),
            picture="makskernieki",
            text=(
                "Te reiz pienāca kuģītis no Rīgas, un sievas ar pienu brauca uz tirgu. Palika trīs pāļi un viens stāsts par apgāztu kannu.",
                "A steamer from Rīga used to call here, and women took their milk to market. Three posts are left, and one story about an upset churn.",
            ),
            minutes=10,
            question=(
                "Cik litru piena ietilpst laivā? Neviens nezina – sarēķiniet.",
                "How many litres of milk fit in a boat? Nobody knows: work it out.",
            ),
        ),
        Stop(
            thing=f"{PLACES}/church",
            text=(
                "Apejiet tai apkārt: apaļai baznīcai nav stūra, aiz kura paslēpties no sprediķa.",
                "Walk round it: a round church has no corner to hide from the sermon in.",
            ),
            minutes=15,
            safety=(
                "Pie baznīcas jāšķērso iela; pāreja ir pa kreisi.",
                "There is a street to cross at the church; the crossing is on the left.",
            ),
        ),
        Stop(
            name=("Skats uz Doles salu", "The view of Dole island"),
            point=(24.1846, 56.8897),
            text=(
                "Otrā pusē ir sala, uz kuras kādreiz dzīvoja puse no tagadējās Ķekavas radiem.",
                "Across the water lies the island where half of today’s Ķekava once had relatives.",
            ),
            minutes=5,
        ),
        Stop(
            thing=f"{PLACES}/ramava-park",
            text=(
                "Liepu aleja ved līdz mājai. Apsēdieties uz sestā soliņa: no tā dīķī redz divus mēnešus.",
                "The avenue of limes leads to the house. Sit on the sixth bench: from there you see two moons in the pond.",
            ),
            minutes=20,
        ),
    ],
)

BICYCLE = excursion(
    "to-the-hillfort",
    ("Ar velosipēdu uz Daugmales pilskalnu", "By bicycle to Daugmale hillfort"),
    ("ar-velosipedu-uz-daugmales-pilskalnu", "by-bicycle-to-daugmale-hillfort"),
    mode="bicycle",
    difficulty="moderate",
    settlement="kekava",
    passes=("dzintari", "daugmale"),
    picture="velosipedi-pie-upes",
    hosts=("daugmales-pilskalna-sargi",),
    topics=("vesture", "celi"),
    seasons=["spring", "summer", "autumn"],
    access=["parking", "bus", "toilet"],
    phone=PHONE,
    contact_name="NVO kontaktpunkts",
    checked_on=-95,
    way=[
        (24.2361, 56.8287),
        (24.2480, 56.8312),
        (24.2620, 56.8352),
        (24.2780, 56.8398),
        (24.2950, 56.8420),
        (24.3150, 56.8398),
        (24.3340, 56.8385),
        (24.3461, 56.8372),
        (24.3620, 56.8368),
        (24.3850, 56.8360),
        (24.4050, 56.8365),
        (24.4122, 56.8292),
        (24.4172, 56.8207),
    ],
    summary=(
        "No Ķekavas gar Daugavu uz kalnu, kur vēju redz pirms lietus. Pusdienlaikā galds, vakarā autobuss ar velosipēdu statīvu.",
        "From Ķekava along the Daugava to a hill where you see the wind before the rain. A table at noon, and a bus with bicycle racks in the evening.",
    ),
    meeting_place=("Pie Doles Tautas nama, velosipēdu novietnē.", "At the bicycle stand of Doles Tautas nams."),
    end_place=("Daugmales multifunkcionālais centrs.", "The centre in Daugmale."),
    surface=("Asfalts, pēc Dzintariem grants", "Tarmac; gravel after Dzintari"),
    access_note=("Var ar piekabi", "Trailers fit"),
    kit=(
        "Ķivere, rezerves kamera, ūdens. Ceļā veikala nav.",
        "A helmet, a spare tube, water. There is no shop on the way.",
    ),
    transport=(
        "Autobuss līdz Ķekavai; atpakaļ no Daugmales divreiz dienā.",
        "Bus to Ķekava; back from Daugmale twice a day.",
    ),
    bad_weather=(
        "Pretvējā braucam otrādi – no kalna uz mājām.",
        "In a headwind we ride it the other way: from the hill home.",
    ),
    stops=[
        Stop(
            thing="directory/rooms/doles-tautas-nams",
            text=(
                "Piepumpējiet riepas; pumpis karājas pie sētas. Kas aizmirsis ķiveri, var aizņemties ceptuvē.",
                "Pump up your tyres; the pump hangs on the fence. If you forgot your helmet, the bakery lends one.",
            ),
            minutes=15,
        ),
        Stop(
            name=("Lauks, kurā dzird dzērves", "The field of cranes"),
            point=(24.2780, 56.8398),
            picture="plava-un-majas",
            text=(
                "Apstājieties un izslēdziet mūziku. Aprīlī un oktobrī te ir skaļāk nekā tirgū.",
                "Stop, and switch your music off. In April and October it is louder here than at market.",
            ),
            minutes=10,
            question=("Kāpēc dzērves lido kāsī?", "Why do cranes fly in a wedge?"),
        ),
        Stop(
            name=("Dzintaru krustceles", "The crossroads at Dzintari"),
            point=(24.3461, 56.8372),
            text=(
                "Puse ceļa. Šeit sākas grants, un šeit parasti kāds atceras par rezerves kameru.",
                "Half-way. The gravel begins here, and here somebody usually remembers the spare tube.",
            ),
            minutes=10,
            safety=(
                "Krustojumā pa labi redzamība ir slikta: kāpiet nost un stumiet.",
                "You see badly to the right at the crossing: get off and push.",
            ),
        ),
        Stop(
            thing=f"{PLACES}/hillfort",
            text=(
                "Velosipēdus atstājiet lejā, augšā kāpiet kājām. Pusdienas garšo labāk pēc kāpnēm nekā pirms tām.",
                "Leave your bicycles below and climb on foot. Lunch tastes better after the steps than before them.",
            ),
            minutes=45,
        ),
        Stop(
            thing="directory/rooms/daugmales-centrs",
            text=(
                "Bibliotēka, tualete, ūdens un pieturas saraksts. Ja autobuss tikko aizgāja, te ir arī podnieka ripa.",
                "A library, toilets, water and the bus timetable. If the bus has just gone, there is a potter’s wheel too.",
            ),
            minutes=10,
        ),
    ],
)

PAGES = [
    EXCURSIONS, ROUTES_PAGE, STORIES_PAGE, PLACES_PAGE, *places.PAGES, *placemaking.PAGES, BICYCLE, SHORE, BOAT, TRAIL,
]  # fmt: skip
