"""Communities of interest: people whom a thing brings together, not an address. All of them samples."""

from cms.demo.parts import p
from cms.demo.profiles import ContactRow, community, offered, wanted

CRAFT = community(
    "daugmales-rokdarbnieces",
    "Daugmales rokdarbnieces",
    sort="interest",
    place="daugmale",
    is_sample=True,
    topics=("amati", "seniori"),
    picture="biblioteka-rokdarbi",
    summary=(
        "Vienpadsmit sievietes, vienas stelles un stūris aiz vēstures plaukta.",
        "Eleven women, one loom, and a corner behind the history shelf.",
    ),
    joining=(
        "Apsēdieties blakus. Pirmajā reizē drīkst nedarīt neko; rokas pašas sāk.",
        "Sit down beside us. The first time you need do nothing; hands begin by themselves.",
    ),
    meeting=("Ceturtdienās plkst. 17.00 bibliotēkas otrajā stāvā.", "Thursdays at 17:00, upstairs in the library."),
    meets=["thu-evening"],
    audiences=["all", "seniors"],
    languages=["lv", "ru"],
    access=["parking", "bus"],
    access_note=(
        "Uz otro stāvu ved kāpnes; kam tās par stāvu, tiem stelles nonesam lejā.",
        "Stairs lead up; for those who find them steep we carry the work down.",
    ),
    traditions=(
        "Jaunam kaimiņam – lupatdeķis. Tas ir labs iemesls piezvanīt pie svešām durvīm.",
        "A rag rug for each new neighbour: a good reason to ring at a stranger’s door.",
    ),
    body=[
        p(
            'Par to, kā ir klusēt kopā, lasiet stāstā <a href="page:news/stories/craft-circle">“Otrajā stāvā, starp plauktiem”</a>.',
            'What it is like to be silent together: <a href="page:news/stories/craft-circle">“Upstairs, between the shelves”</a>.',
        ),
    ],
    open_to_members=True,
    founded=2016,
    contacts=(ContactRow(("rokdarbnieču balss", "spokeswoman"), "Līga Paraudziņa", "+371 00 000 021"),),
    notices=(
        wanted(
            "Lūdzam vecas kokvilnas drēbes lupatdeķiem. Zeķes gan ne.",
            "Old cotton clothes wanted for rag rugs. No socks, please.",
            90,
        ),
    ),
)

CHOIR = community(
    "balozu-dziedataji",
    "Baložu dziedātāji",
    sort="interest",
    place="balozi",
    is_sample=True,
    topics=("kori-un-teatris",),
    picture="koris-estrade",
    summary=(
        "Divdesmit balsis, trīs basi un jumts, ko vēl meklējam.",
        "Twenty voices, three basses, and a roof we are still looking for.",
    ),
    joining=(
        "Atnāciet otrdien un padziediet līdzi vienu dziesmu. Notis nav jāpazīst.",
        "Come on a Tuesday and sing one song with us. You need not read music.",
    ),
    meeting=("Otrdienās plkst. 18.30, divas stundas.", "Tuesdays at 18:30, for two hours."),
    meets=["tue-evening"],
    audiences=["all"],
    languages=["lv"],
    open_to_members=True,
    founded=2018,
    contacts=(ContactRow(("pieņem jaunus basus", "takes in new basses"), "Mārtiņš Paraugs", "+371 00 000 022"),),
    notices=(
        wanted(
            "Meklējam telpu otrdienu vakaros. Klavieres nav obligātas, krēsli gan.",
            "A room wanted for Tuesday evenings. A piano is not a must; chairs are.",
            75,
        ),
        offered(
            "Samaksāsim par telpu ar koncertu: četrdesmit minūtes, bez mikrofoniem.",
            "We will pay for a room with a concert: forty minutes, no microphones.",
            75,
        ),
    ),
)

CUPBOARD = community(
    "gramatu-skapja-saimnieki",
    "Grāmatu skapja saimnieki",
    sort="interest",
    place="balozi",
    is_sample=True,
    topics=("kaiminu-palidziba", "gimenes"),
    picture="gramatu-skapis",
    summary=(
        "Sešas ģimenes, kas pieskata zaļo skapi ielas malā: bērnu grāmatas apakšā, slapjās ārā, vārdnīcas mājās.",
        "Six families who keep an eye on the green cupboard: children’s books at the bottom, wet ones out, dictionaries at home.",
    ),
    joining=(
        "Paņemiet grāmatu, ielieciet grāmatu. Ja gribat dežurēt vienu nedēļu gadā, ierakstieties burtnīcā skapja durvīs.",
        "Take a book, leave a book. To be on duty for one week a year, put your name in the notebook inside the door.",
    ),
    audiences=["all", "families"],
    languages=["lv", "ru"],
    access=["step-free", "bus"],
    point=(24.1205, 56.8741),
    precision="exact",
    open_to_members=True,
    founded=2023,
    notices=(
        wanted(
            "Trūkst bilžu grāmatu pašiem mazākajiem. Drīkst būt apgrauzti stūri.",
            "Picture books for the smallest are missing. Chewed corners are fine.",
            50,
        ),
    ),
)

ANGLERS = community(
    "titurgas-makskernieki",
    "Titurgas ezera copmaņi",
    sort="interest",
    place="titurga",
    is_sample=True,
    topics=("krasti", "talkas", "jauniesi"),
    picture="makskernieki",
    summary="Makšķerējam, klusējam un reizi gadā izvelkam no ezera visu, kas nav zivs.",
    joining="Sestdienas rītā ejiet gar krastu, līdz kāds pamāj. Bērniem makšķeri aizdodam.",
    meeting="Sestdienās no plkst. 6.00, kamēr ēna uz ūdens.",
    meets=["sat-morning"],
    audiences=["all", "young", "families"],
    languages=["lv", "ru"],
    traditions="Lielāko zivi palaiž atpakaļ un iedod vārdu. Šobrīd ezerā ir trīs Paulas.",
    open_to_members=True,
    founded=2009,
    contacts=(ContactRow(("zina, kur ņem", "knows where they bite"), "Viktors Paraugezers", "+371 00 000 023"),),
)

PARENTS = community(
    "kekavas-jaunie-vecaki",
    "Ķekavas jaunie vecāki",
    sort="interest",
    place="kekava",
    is_sample=True,
    precision="hidden",
    topics=("gimenes", "kaiminu-palidziba"),
    picture="abolu-grozs",
    summary=(
        "Vecāki ar bērniem līdz trim gadiem. Tiekamies pie kāda mājās, tāpēc kartē mūs neatradīsiet.",
        "Parents of children under three. We meet at each other’s homes, so you will not find us on the map.",
    ),
    joining=(
        "Uzrakstiet ziņu, cik bērnam mēnešu. Atbildēsim, pie kura tiekamies nākamreiz.",
        "Send a message saying how many months old your child is. We will answer with where we meet next.",
    ),
    meeting=(
        "Trešdienu rītos, kad mazie ir labā omā.",
        "Wednesday mornings, while the little ones are in good spirits.",
    ),
    meets=["wed-morning"],
    audiences=["families", "newcomers"],
    languages=["lv", "ru", "en"],
    open_to_members=True,
    founded=2024,
    notices=(
        offered(
            "Atdodam divus ratu komplektus tam, kam vajag. Riteņi griežas.",
            "Two prams to give to whoever needs them. The wheels turn.",
            20,
        ),
    ),
)

WALKERS = community(
    "baldones-nujotaji",
    "Baldones nūjotāji",
    sort="interest",
    place="baldone",
    is_sample=True,
    topics=("seniori", "daba"),
    picture="nujotaji",
    summary=(
        "Pieci kilometri pa mežu jebkurā laikā. Lietū ejam ātrāk.",
        "Five kilometres through the woods in any weather. In the rain we walk faster.",
    ),
    joining=(
        "Pirmdien un ceturtdien desmitos pie parka vārtiem. Nūjas pirmajai reizei iedosim.",
        "Mondays and Thursdays at ten, at the park gate. We lend you poles for the first time.",
    ),
    meeting=("Pirmdienās un ceturtdienās plkst. 10.00.", "Mondays and Thursdays at 10:00."),
    meets=["mon-morning", "thu-morning"],
    audiences=["seniors", "all"],
    languages=["lv"],
    access=["bus", "parking"],
    open_to_members=True,
    founded=2013,
    contacts=(ContactRow(("iet pirmā", "walks in front"), "Velta Paraugbirze", "+371 00 000 024"),),
)

PARK = community(
    "ramavas-parka-draugi",
    "Rāmavas parka draugi",
    sort="interest",
    place="ramava",
    is_sample=True,
    state="dormant",
    topics=("daba", "vesture"),
    summary=(
        "Desmit gadus skaitījām dižkokus un griezām sausos zarus. Tagad atpūšamies, bet koku saraksts ir pie mums.",
        "For ten years we counted veteran trees and cut dead wood. Now we are resting, but we have kept the list of trees.",
    ),
    joining=(
        "Ja gribat skaitīt tālāk, atdosim sarakstu, mērlenti un padomu.",
        "If you would like to go on counting, we will hand over the list, the tape and some advice.",
    ),
    languages=["lv"],
    founded=2011,
    related=("ramavas-muizas-misijas-centrs",),
)

BOATERS = community(
    "misas-laivinieki",
    "Misas laivinieki",
    sort="interest",
    place="plakanciems",
    covers=("plakanciems", "kazoki"),
    is_sample=True,
    topics=("krasti", "daba", "jauniesi"),
    picture="laiva-pa-misu",
    summary=(
        "Airējam pa Misu lejup, stumjam augšup un zinām visus kritušos kokus vārdā.",
        "We paddle down the Misa, push back up, and know every fallen tree by name.",
    ),
    joining=(
        "Pirmais brauciens ir kopā ar kādu no mums. Vestes un airi ir, sausas zeķes ņemiet divreiz.",
        "Your first trip is with one of us. We have vests and paddles; bring dry socks twice.",
    ),
    meeting=("Svētdienās no aprīļa līdz oktobrim plkst. 9.00.", "Sundays from April to October at 9:00."),
    meets=["sun-morning", "sun-day"],
    audiences=["all", "young"],
    languages=["lv", "en", "ru"],
    open_to_members=True,
    wants_volunteers=True,
    founded=2016,
    contacts=(ContactRow(("skatās ūdens līmeni", "watches the water level"), "Toms Paraugupe", "+371 00 000 025"),),
    notices=(
        offered(
            "Aizdodam divas divvietīgas laivas skolām un jauniešu grupām.",
            "We lend two two-seat boats to schools and youth groups.",
            150,
        ),
    ),
)

PAGES = [CRAFT, CHOIR, CUPBOARD, ANGLERS, PARENTS, WALKERS, PARK, BOATERS]
