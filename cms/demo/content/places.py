"""Eight places worth a visit. The places exist; what is told there is ours, and their points are rough."""

from cms.demo.parts import p
from cms.demo.visiting import place

HILLFORT = place(
    "hillfort",
    ("Daugmales pilskalns", "Daugmale hillfort"),
    ("daugmales-pilskalns", "daugmale-hillfort"),
    settlement="daugmale",
    point=(24.4050, 56.8365),
    host="daugmales-pilskalna-sargi",
    picture="pilskalns",
    topics=("vesture", "krasti"),
    access=["parking"],
    summary=(
        "Kalns, no kura tūkstoš gadu skatījās, kas peld pa Daugavu. Augšā ir vējš, lejā – galds pusdienām.",
        "A hill from which people watched the Daugava traffic for a thousand years. Wind at the top, a picnic table below.",
    ),
    opening=("Vienmēr.", "Always."),
    access_note=(
        "No stāvvietas 300 metru pa pļautu taku. Augšā ved kāpnes ar margām; ar ratiņiem var tikt līdz galdam.",
        "300 metres on a mown path from the car park. Steps with a handrail lead up; wheels get as far as the table.",
    ),
    body=[
        p(
            "Kāpiet lēnām un pagriezieties pusceļā: upe te ir tik plata, ka otrs krasts šķiet cita zeme. Pilskalna sargi zāli pļauj ar izkaptīm, jo pļāvējs nogāzē slīd.",
            "Climb slowly and turn round half-way: the river is so wide here that the other bank looks like another country. The keepers of the hill mow it with scythes, for a machine slides down the slope.",
        ),
        p(
            "Ja atrodat lauskas, atstājiet tās, kur ir, un pasakiet sargiem. Zeme te vēl nav visu izstāstījusi.",
            "If you find potsherds, leave them where they lie and tell the keepers. The ground has not told all its stories yet.",
        ),
    ],
)

RIVER_BEND = place(
    "river-bend",
    ("Misas līkums", "The bend of the Misa"),
    ("misas-likums", "bend-of-the-misa"),
    settlement="misas",
    point=(24.1093, 56.7478),
    host="misas-laivinieki",
    picture="laiva-pa-misu",
    topics=("krasti",),
    summary=(
        "Upe te met cilpu, un pavasarī krasts katru gadu ir mazliet citur. Laba vieta klausīties bebrus.",
        "The river makes a loop here, and each spring the bank is somewhere slightly different. A good place to listen for beavers.",
    ),
    opening=("Vienmēr; palu laikā laipa ir zem ūdens.", "Always; the boardwalk is under water during floods."),
    access_note=(
        "Pa meža taku un laipu, slapjā laikā tā ir slidena. Ar ratiņiem netiek.",
        "By a forest path and a boardwalk that is slippery when wet. Not for wheels.",
    ),
    body=[
        p(
            "Laivinieki te izkāpj, lai pārnestu laivas pār sanesumiem. Ja redzat svaigi grauztu apsi, apsēdieties un pagaidiet krēslu.",
            "Boaters get out here to carry their boats over the driftwood. If you see a freshly gnawed aspen, sit down and wait for dusk.",
        ),
    ],
)

THREE_TREES = place(
    "three-trees",
    ("Trīs vecie koki", "Three old trees"),
    ("tris-vecie-koki", "three-old-trees"),
    settlement="mellupi",
    point=(24.1215, 56.7382),
    host="mezinieku-apkaime",
    picture="berzu-birzs",
    topics=("krasti", "vesture"),
    summary=(
        "Ozols, goba un priede Misas krastā, visi trīs dižkoki. No laivas tos redz pirmos, no ceļa – pēdējos.",
        "An oak, an elm and a pine on the bank of the Misa, all of them veterans. First to be seen from a boat, last from the road.",
    ),
    opening=("Vienmēr.", "Always."),
    access_note=(
        "No upes pa lēzenu krastu; no ceļa gar lauka malu.",
        "From the river up a gentle bank; from the road along a field.",
    ),
    body=[
        p(
            "Ozolu trijatā apņemt neizdosies – pamēģiniet četratā. Zem gobas labāk nesēdēt vējā: tai krīt zari.",
            "Three people cannot reach around the oak; try with four. Better not to sit under the elm in a wind: it sheds branches.",
        ),
    ],
)

RAMAVA_PARK = place(
    "ramava-park",
    ("Rāmavas parks", "Rāmava park"),
    ("ramavas-parks", "ramava-park"),
    settlement="ramava",
    point=(24.1600, 56.8861),
    host="ramavas-parka-draugi",
    picture="muiza-parka",
    topics=("vesture", "daba"),
    access=["step-free", "parking", "bus"],
    summary=(
        "Liepu aleja, dīķis un muiža, kas redzējusi sešus saimniekus. Pavasarī te ziedot sāk pirmie vizbuļi.",
        "An avenue of limes, a pond, and a manor that has seen six owners. The first anemones of spring open here.",
    ),
    opening=("Parks vienmēr, muiža pasākumu laikā.", "The park always; the manor during events."),
    access_note=(
        "Galvenā aleja ir līdzena, ar šķembām; soliņš ik pēc simt soļiem.",
        "The main avenue is level gravel, with a bench every hundred paces.",
    ),
)

CHURCH = place(
    "church",
    ("Katlakalna baznīca", "Katlakalns church"),
    ("katlakalna-baznica", "katlakalns-church"),
    settlement="katlakalns",
    point=(24.1873, 56.8868),
    host="katlakalna-kaimini",
    picture="baznica-krasta",
    topics=("vesture",),
    access=["bus", "parking"],
    summary=(
        "Apaļa baznīca ar kupolu pie Sausās Daugavas. Zvanu dzird otrā krastā, ja vējš ir no jūras.",
        "A round church with a dome by the Sausā Daugava. On a sea wind its bell is heard across the river.",
    ),
    opening=("Svētdienās; citās dienās apskatāma no ārpuses.", "On Sundays; from the outside on other days."),
    access_note=("Pie durvīm divi pakāpieni.", "Two steps at the door."),
)

LAKE = place(
    "lake",
    ("Titurgas ezers", "Lake Titurga"),
    ("titurgas-ezers", "lake-titurga"),
    settlement="balozi",
    point=(24.1262, 56.8712),
    host="titurgas-makskernieki",
    picture="makskernieki",
    topics=("krasti", "gimenes"),
    access=["parking", "bus"],
    summary=(
        "Ezers pilsētas malā: rītos pieder copmaņiem, pēcpusdienās – bērniem, vakaros – visiem, kas skrien.",
        "A lake at the edge of town: anglers own its mornings, children its afternoons, and runners its evenings.",
    ),
    opening=("Vienmēr.", "Always."),
    access_note=(
        "Pie pludmales var iebraukt ar ratiņiem; laipa ir šaura.",
        "Wheels get to the beach; the jetty is narrow.",
    ),
)

MANOR_PARK = place(
    "manor-park",
    ("Mercendarbes parks", "Mercendarbe park"),
    ("mercendarbes-parks", "mercendarbe-park"),
    settlement="mercendarbe",
    point=(24.4325, 56.7655),
    host="mercendarbes-muizas-apkartne",
    picture="muiza-rudeni",
    topics=("vesture", "gimenes"),
    access=["parking"],
    summary=(
        "Vecas ābeles, akmens žogs un muzejs mājā ar baltām kolonnām. Rudenī drīkst pielasīt somu ar āboliem.",
        "Old apple trees, a stone wall, and a museum in a house with white columns. In autumn you may fill a bag with apples.",
    ),
    opening=("Parks vienmēr, muzejs no otrdienas līdz sestdienai.", "The park always; the museum Tuesday to Saturday."),
    access_note=("Takas ir zālē; sausā laikā ar ratiņiem var.", "The paths are grass; wheels manage in dry weather."),
)

SPRING = place(
    "spring",
    ("Baldones sēravots", "Baldone sulphur spring"),
    ("baldones-seravots", "baldone-sulphur-spring"),
    settlement="baldone",
    point=(24.3972, 56.7438),
    host="baldones-nujotaji",
    picture="plava-un-majas",
    topics=("daba", "seniori"),
    access=["step-free", "bus", "parking"],
    summary=(
        "Vispirms to sajūt deguns, tikai pēc tam ierauga acis. Nūjotāji te uzpilda pudeles un strīdas, vai palīdz.",
        "The nose finds it before the eyes do. Nordic walkers fill their bottles here and argue whether it helps.",
    ),
    opening=("Vienmēr; ziemā krāns ir ciet.", "Always; the tap is off in winter."),
    access_note=("Bruģēts celiņš no autobusa pieturas, 200 metru.", "A paved path from the bus stop, 200 metres."),
)

PAGES = [HILLFORT, RIVER_BEND, THREE_TREES, RAMAVA_PARK, CHURCH, LAKE, MANOR_PARK, SPRING]
