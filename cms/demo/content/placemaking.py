"""Five placemaking stories, in all states. Invented, with invented days."""

from cms.demo.parts import h2, p, quote
from cms.demo.visiting import story

POSTS = story(
    "story-posts",
    ("Pieci stabiņi Mežinieku takā", "Five posts on the Mežinieki trail"),
    ("pieci-stabini-mezinieku-taka", "five-posts-on-the-mezinieki-trail"),
    settlement="plakanciems",
    point=(24.1046, 56.7583),
    stage="done",
    begun_on=-560,
    done_on=-190,
    before="taka-pirms",
    after="taka-pec",
    communities=("mezinieku-apkaime", "mezinieku-apkaimes-attistibai"),
    topics=("vietrade", "vesture"),
    summary=(
        "Taku zināja tikai suņu saimnieki. Tagad uz tās stāv pieci stabiņi, un katrā ir kāda kaimiņa stāsts.",
        "Only dog owners knew the path. Now five posts stand along it, each with a neighbour’s story.",
    ),
    body=[
        p(
            "Sākums bija vakars pie tējas: kurš vēl atceras, kur stāvēja mežsarga māja? Trīs cilvēki rādīja uz trim pusēm. Tad sapratām, ka stāsti jāpieraksta, kamēr ir, kam jautāt.",
            "It began over tea one evening: who still remembers where the forester’s house stood? Three people pointed in three directions. That was when we knew the stories had to be written down while there was someone left to ask.",
        ),
        h2("Kā tapa", "How it was made"),
        p(
            "Stabiņus sagrieza vienā sestdienā, tekstus īsināja trīs mēnešus. Noteikums bija viens: stāstu jāvar izlasīt, kamēr bērns stāv mierā. Sestklasnieki lasīja priekšā un svītroja, kur žāvājās.",
            "The posts were cut on a single Saturday; shortening the texts took three months. There was one rule: a story must be readable for as long as a child stands still. Sixth-formers read them aloud and crossed out wherever they yawned.",
        ),
        quote(
            (
                "Mans vectēvs būtu brīnījies, ka par viņa vilkiem lasa svešinieki.",
                "My grandfather would have marvelled at strangers reading about his wolves.",
            ),
            ("stāstītāja no Mežiniekiem (paraugs)", "a storyteller from Mežinieki (sample)"),
        ),
    ],
)

FIREPLACE = story(
    "fireplace",
    ("Ugunskura vieta pie Misas", "A fireplace by the Misa"),
    ("ugunskura-vieta-pie-misas", "fireplace-by-the-misa"),
    settlement="mellupi",
    point=(24.1165, 56.7403),
    stage="progress",
    begun_on=-120,
    before="krasts-pirms",
    after="krasts-pec",
    communities=("mezinieku-apkaimes-attistibai", "misas-laivinieki"),
    topics=("krasti", "talkas"),
    summary=(
        "Krasts bija aizaudzis ar kārkliem un riepām. Tagad te ir akmeņu aplis un soliņi; laipa un nojume vēl priekšā.",
        "The bank was overgrown with willow and old tyres. Now there is a ring of stones and benches; jetty and shelter are still to come.",
    ),
    help_wanted=(
        "Trūkst astoņu lapegles dēļu laipai un viena cilvēka ar motorzāģi un pacietību.",
        "Eight larch planks for the jetty, and one person with a chainsaw and patience.",
    ),
    body=[
        p(
            "Divās talkās izvedām četrdesmit trīs riepas. Neviens nezina, no kurienes tās, bet visi zina, ka vairāk nebūs: kur ir kur sēdēt, tur neizgāž.",
            "Two clean-ups brought out forty-three tyres. Nobody knows where they came from, but all know there will be no more: people do not tip rubbish where people sit.",
        ),
        p(
            "Rudenī liksim laipu, lai laivas var pietauvot, nevis vilkt pa dubļiem.",
            "In autumn we build the jetty, so that boats can be tied up and not dragged through mud.",
        ),
    ],
)

BRIDGE = story(
    "bridge-end",
    ("Soliņš Plakanciema tilta galā", "A bench at the end of Plakanciems bridge"),
    ("solins-plakanciema-tilta-gala", "bench-at-plakanciems-bridge"),
    settlement="plakanciems",
    point=(24.0988, 56.7654),
    stage="idea",
    before="autobusa-pietura",
    communities=("mezinieku-apkaime",),
    topics=("vietrade", "celi"),
    summary=(
        "Tilta galā cilvēki gaida autobusu, kaimiņus un lietus beigas. Gribam, lai ir, kur apsēsties visiem trim gadījumiem.",
        "At the end of the bridge people wait for the bus, for neighbours and for the rain to stop. We want a seat for all three.",
    ),
    help_wanted=(
        "Vajag zemes īpašnieka jāvārdu un kādu, kas prot uzzīmēt jumtiņu tā, lai būvvalde pasmaida.",
        "The landowner’s yes, and somebody who can draw a roof that makes the planning office smile.",
    ),
    body=[
        p(
            "Ideja ir vienkārša: garš soliņš, jumts, dēlis ar ziņām un lampiņa, kas iedegas, kad tuvojas autobuss. Kartīti ar domām varat iemest kastē pie tilta.",
            "The idea is simple: a long bench, a roof, a board for news, and a lamp that lights when the bus comes near. There is a box by the bridge for your thoughts.",
        ),
    ],
)

COURTYARD = story(
    "courtyard",
    ("Pagalms bez žoga Krogsilā", "A courtyard without a fence in Krogsils"),
    ("pagalms-bez-zoga-krogsila", "courtyard-without-a-fence"),
    settlement="krogsils",
    stage="done",
    begun_on=-700,
    done_on=-420,
    precision="settlement",
    before="pagalms-pirms",
    after="pagalms-pec",
    communities=("krogsila-pagalmi",),
    topics=("pagalmi", "gimenes"),
    summary=(
        "Starp divām mājām bija žogs un mašīnas. Žogu nojauca, mašīnas pārcēla, un vidū tagad aug tomāti un runas.",
        "A fence and cars stood between two blocks. The fence came down, the cars moved, and now tomatoes and talk grow in the middle.",
    ),
    body=[
        p(
            "Pret bija tieši tik, cik par: deviņi un deviņi. Izšķīra kundze no trešā stāva, kura prasīja, vai var pamēģināt vienu vasaru. Pēc vasaras žogu vairs neviens nemeklēja.",
            "There were exactly as many against as for: nine and nine. A lady from the third floor settled it by asking to try for one summer. After that summer nobody looked for the fence.",
        ),
        h2("Cik maksāja", "What it cost"),
        p(
            "Dēļi un zeme – 640 eiro no kaimiņu kabatām, pārējais – 11 sestdienas. Uzturēšana maksā vienu strīdu gadā par laistīšanu.",
            "Planks and soil came to €640 from neighbours’ pockets, and the rest to 11 Saturdays. Upkeep costs one quarrel a year about watering.",
        ),
    ],
)

BOOK_CUPBOARD = story(
    "book-cupboard",
    ("Grāmatu skapis Baložos", "A book cupboard in Baloži"),
    ("gramatu-skapis-balozos", "book-cupboard-in-balozi"),
    settlement="balozi",
    point=(24.1195, 56.8747),
    stage="progress",
    begun_on=-75,
    after="gramatu-skapis",
    communities=("gramatu-skapja-saimnieki",),
    topics=("kaiminu-palidziba", "kultura"),
    summary=(
        "Pirmais skapis stāv un ir pilns. Otram meklējam vietu pie ezera, kur grāmatas neizmirkst un lasītāji neaizmieg.",
        "The first cupboard stands and is full. For the second we look for a place by the lake where books stay dry and readers awake.",
    ),
    help_wanted=(
        "Lietotas durvis ar stiklu, apmēram 60 centimetru platas.",
        "A used glazed door, about 60 centimetres wide.",
    ),
    body=[
        p(
            "Vienpadsmit nedēļās skapī iekāpušas 212 grāmatas un izkāpušas 198. Visātrāk pazūd pavārgrāmatas, vislēnāk – vadlīnijas.",
            "In eleven weeks 212 books have got in and 198 got out. Cookbooks vanish fastest, guidelines slowest.",
        ),
    ],
)

PAGES = [POSTS, FIREPLACE, BRIDGE, COURTYARD, BOOK_CUPBOARD]
