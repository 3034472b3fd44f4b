"""The pictures: a title for editors, and what they show for those who do not see them."""

from typing import NamedTuple


class Picture(NamedTuple):
    title: str
    alt: tuple[str, str]
    # What must stay in sight when the picture is cut to another shape: centre x, y, width, height.
    focus: tuple[int, int, int, int] | None = None


PICTURES = {
    "abolu-grozs": Picture(
        "Ābolu grozs",
        ("Grozs ar āboliem uz koka soliņa.", "A basket of apples on a wooden bench."),
        (600, 620, 640, 700),
    ),
    "autobusa-pietura": Picture(
        "Autobusa pietura",
        ("Trīs cilvēki gaida pieturā, tuvojas autobuss.", "Three people wait at a stop; a bus is coming."),
    ),
    "baznica-krasta": Picture(
        "Baznīca krastā",
        ("Apaļa balta baznīca ar kupolu upes krastā.", "A round white church with a dome on a river bank."),
    ),
    "berzu-birzs": Picture(
        "Bērzu birzs", ("Taka starp augstiem bērziem.", "A path between tall birches."), (600, 1050, 300, 260)
    ),
    "biblioteka-rokdarbi": Picture(
        "Rokdarbi bibliotēkā",
        ("Četri cilvēki ada un auž starp grāmatu plauktiem.", "Four people knit and weave among bookshelves."),
    ),
    "fjords-un-upe": Picture(
        "Fjords un upe",
        ("Stāvi kalni, fjords, sarkana māja un kuģītis.", "Steep mountains, a fjord, a red house and a small ferry."),
    ),
    "gramatu-skapis": Picture(
        "Grāmatu skapis",
        (
            "Zaļš grāmatu maiņas skapis ielas malā, divi lasītāji.",
            "A green book-swap cupboard by the street, with two readers.",
        ),
    ),
    "karte-uz-galda": Picture(
        "Karte uz galda",
        ("Rokas pār lielu karti, uz kuras ir upe un saspraudes.", "Hands over a large map with a river and pins."),
    ),
    "koku-stadisana": Picture(
        "Koku stādīšana", ("Kaimiņi upmalā stāda jaunus kokus.", "Neighbours planting young trees by the river.")
    ),
    "krasts-pirms": Picture(
        "Krasts pirms talkas",
        ("Aizaudzis upes krasts ar vecām riepām.", "An overgrown river bank with old tyres."),
    ),
    "krasts-pec": Picture(
        "Krasts pēc talkas",
        (
            "Tas pats krasts: akmeņu aplis ar ugunskuru, soliņi un cilvēki.",
            "The same bank: a ring of stones with a fire, benches and people.",
        ),
    ),
    "koris-estrade": Picture(
        "Koris estrādē",
        (
            "Koris dzied brīvdabas estrādē, priekšā klausītāji.",
            "A choir sings on an open-air stage before its listeners.",
        ),
    ),
    "laiva-pa-misu": Picture(
        "Laivā pa Misu",
        ("Trīs cilvēki laivā uz rāmas upes starp mežiem.", "Three people in a boat on a calm river between woods."),
    ),
    "pagalms-pirms": Picture(
        "Pagalms ar žogu",
        ("Pagalms ar žogu un mašīnām starp divām mājām.", "A yard with a fence and cars between two blocks of flats."),
    ),
    "pagalms-pec": Picture(
        "Pagalms bez žoga",
        (
            "Tas pats pagalms bez žoga: galds, dobes, ābele un kaimiņi.",
            "The same yard without the fence: a table, vegetable beds, an apple tree and neighbours.",
        ),
    ),
    "taka-pirms": Picture(
        "Meža taka",
        ("Tukša taka mežā, malā nolūzis zars.", "An empty forest path with a broken branch beside it."),
    ),
    "taka-pec": Picture(
        "Meža taka ar stabiņiem",
        (
            "Tā pati taka ar stāstu stabiņiem un pastaigu gājējiem.",
            "The same path with story posts and people walking.",
        ),
    ),
    "velosipedi-pie-upes": Picture(
        "Velosipēdi pie upes",
        (
            "Trīs cilvēki ar velosipēdiem pie platas upes, tālumā pilskalns.",
            "Three people with bicycles by a wide river, a hillfort in the distance.",
        ),
    ),
    "pagalms-ar-solinu": Picture(
        "Pagalms ar soliņu",
        (
            "Daudzdzīvokļu mājas pagalms: jauns soliņš, šūpoles, kaimiņi.",
            "The yard of a block of flats: a new bench, a swing, neighbours.",
        ),
    ),
    "permakulturas-darzs": Picture(
        "Permakultūras dārzs",
        ("Augstās dobes, siltumnīca un divi dārznieki.", "Raised beds, a greenhouse and two gardeners."),
    ),
    "pie-galda": Picture("Pie galda", ("Seši cilvēki sarunājas pie viena galda.", "Six people talk around one table.")),
    "plava-un-majas": Picture(
        "Mājas pļavas malā",
        ("Divi cilvēki iet pa taku uz mājām pļavas malā.", "Two people walk a path to houses at the edge of a meadow."),
    ),
    "podnieka-ripa": Picture(
        "Podnieka ripa",
        ("Sieviete virpo podu, plauktā rindojas krūzes.", "A woman throws a pot; mugs stand in a row on the shelf."),
    ),
    "rekini-un-kalkulators": Picture(
        "Rēķini un kalkulators",
        ("Galds ar rēķiniem, kalkulatoru un tējas krūzi.", "A desk with bills, a calculator and a mug of tea."),
    ),
    "seminars-tiessaiste": Picture(
        "Seminārs klātienē un tiešsaistē",
        (
            "Zāle klausās lektorē, uz ekrāna seši tiešsaistes dalībnieki.",
            "A room listens to a speaker; six people join on the screen.",
        ),
    ),
    "stabins-pie-takas": Picture(
        "Stabiņš pie takas",
        ("Stāstu stabiņš meža takas malā.", "A story post beside a forest path."),
        (500, 410, 540, 480),
    ),
    "stastu-taka": Picture(
        "Stāstu taka",
        ("Pieaugušais un bērns pie stāstu stabiņa mežā.", "An adult and a child at a story post in the woods."),
    ),
    "tautas-nams": Picture(
        "Tautas nams", ("Cilvēki pulcējas pagalmā pie tautas nama.", "People gather in the yard of a community hall.")
    ),
    "tirgus-laukums": Picture(
        "Tirgus laukums",
        (
            "Tirgus laukums ar teltīm, pulksteņtorni un pircējiem.",
            "A market square with stalls, a clock tower and shoppers.",
        ),
    ),
    "upes-licis-kresla": Picture(
        "Upes līcis krēslā",
        (
            "Upes līcis vakara gaismā, krastā dažas mājas.",
            "A bend of the river in evening light, a few houses on the bank.",
        ),
    ),
    "vestules": Picture(
        "Vēstules",
        ("Galds ar vēstulēm, aploksnēm un puķu vāzi.", "A table with letters, envelopes and a vase of flowers."),
    ),
    "makskernieki": Picture(
        "Makšķernieki uz laipas",
        (
            "Divi pieaugušie un bērns makšķerē no laipas saullēktā.",
            "Two adults and a child fishing from a jetty at sunrise.",
        ),
    ),
    "muiza-parka": Picture(
        "Muiža parkā",
        ("Muižas ēka ar kolonnām, priekšā četri cilvēki.", "A manor with columns, four people in front of it."),
    ),
    "muiza-rudeni": Picture(
        "Muiža rudenī",
        ("Muižas ēka starp rudenīgiem kokiem.", "A manor among autumn trees."),
    ),
    "nojume-ar-ugunskuru": Picture(
        "Nojume ar ugunskuru",
        (
            "Vakars meža malā: nojume ar galdu, ugunskurs un zvaigznes.",
            "Evening at the edge of a wood: a shelter with a table, a fire and stars.",
        ),
    ),
    "nujotaji": Picture(
        "Nūjotāji", ("Četri nūjotāji meža takā.", "Four people walking with poles on a path in the woods.")
    ),
    "pilskalns": Picture(
        "Pilskalns",
        ("Cilvēki ar izkaptīm pie pilskalna, aiz tā upe.", "People with scythes by a hillfort, the river behind it."),
    ),
    "zale-ar-skatuvi": Picture(
        "Zāle ar skatuvi",
        ("Zāle no aizmugures: krēslu rindas un skatuve.", "A hall from the back: rows of chairs and a stage."),
    ),
    "ziemas-vakars": Picture(
        "Ziemas vakars",
        (
            "Ziemas vakars: gaišas tautas nama logu gaismas sniegā, cilvēki nāk iekšā.",
            "A winter evening: the hall’s windows glow on the snow as people arrive.",
        ),
    ),
}
