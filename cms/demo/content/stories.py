"""Stories of experience. Invented, marked as samples, set in real places; each leaves something to take along."""

from cms.demo.parts import accordion, article, gallery, h2, h3, image, numbered, p, person, quote, ul

TRAIL = article(
    "story-trail",
    ("Kā Mežiniekos radās taka, ko tagad rāda ciemiņiem", "How Mežinieki got the trail it now shows to guests"),
    ("ka-meziniekos-radas-taka", "how-mezinieki-got-its-trail"),
    kind="story",
    days_ago=5,
    topics=("vietrade", "vesture"),
    settlements=("mezinieki", "plakanciems", "mellupi"),
    picture="stastu-taka",
    lead=(
        "Sākumā bija saruna par celmu, uz kura visi mēdza apsēsties. Tagad mežā ir stabiņi ar stāstiem, un pie katra kāds apstājas.",
        "It began with talk of a tree stump that everybody used to sit on. Now there are posts with stories in the wood, and at each one somebody stops.",
    ),
    body=[
        p(
            "Neviens nebija domājis par taku. Bija doma salabot ceļu līdz upei. Kamēr brauca ar grants kravu, kaimiņi stāvēja malā un runāja: te bija veikals, te dzīvoja meistars, te vienu nakti dzirdēti vilki. Kāds teica, ka būtu žēl, ja pēc desmit gadiem to vairs neviens nezinās.",
            "Nobody had a trail in mind. The plan was to mend the road to the river. While the gravel was being tipped, neighbours stood by and talked: here was the shop, here lived the craftsman, here one night wolves were heard. Somebody said it would be a pity if in ten years nobody knew.",
        ),
        h2("Stāsti pirms stabiņiem", "Stories before posts"),
        p(
            "Ziemā gāja pa mājām ar telefonu un ierakstīja. Vēlāk sestklasnieki no ierakstiem izvilka īsāko: ne garāku par to, ko var izlasīt, kamēr suns pagaida.",
            "Over a winter they went from house to house with a phone and recorded. Later, twelve-year-olds cut the recordings down to the shortest form: no longer than you can read while a dog waits.",
        ),
        gallery(
            ("Uz takas", "On the trail"),
            ("stabins-pie-takas", ("Pirmais stabiņš.", "The first post.")),
            ("berzu-birzs", ("Posms, kuru bērni sauc par koridoru.", "The stretch that children call the corridor.")),
            ("plava-un-majas", ("Te taka iznāk no meža.", "Where the trail leaves the wood.")),
        ),
        quote(
            (
                "Svešie atnāk pēc stāstiem. Savējie atnāk paskatīties, vai viņu stāsts vēl stāv.",
                "Strangers come for the stories. Our own people come to see whether theirs is still standing.",
            ),
            ("Takas kopēja", "One who looks after the trail"),
        ),
        h2("Ko paņemt līdzi", "What to take along"),
        numbered(
            (
                "Vispirms savāciet stāstus, tikai tad domājiet par dēļiem.",
                "Gather the stories first, and think of planks afterwards.",
            ),
            (
                "Lai katram stabiņam ir savs saimnieks, kas to apskata reizi mēnesī.",
                "Let each post have a keeper who looks at it once a month.",
            ),
            (
                "Atstājiet vienu stabiņu tukšu. Kāds vienmēr atnāk ar labāku stāstu.",
                "Leave one post empty. Somebody always comes with a better story.",
            ),
        ),
    ],
)

BENCHES = article(
    "benches",
    ("Krogsila pagalmi: viens soliņš mēnesī", "The yards of Krogsils: one bench a month"),
    ("krogsila-pagalmi", "the-yards-of-krogsils"),
    kind="story",
    days_ago=14,
    topics=("pagalmi", "kaiminu-palidziba"),
    settlements=("krogsils",),
    picture="pagalms-ar-solinu",
    lead=(
        "Divus gadus kaimiņi reizi mēnesī satiekas un kaut ko salabo. Viņiem nav statūtu, bankas konta un priekšsēdētāja. Ir urbjmašīna un noteikums: divas stundas, tad tēja.",
        "For two years neighbours have met once a month to mend something. They have no statutes, no bank account and no chair. They have a drill and a rule: two hours, then tea.",
    ),
    body=[
        p(
            "Viss sākās ar soliņu, kuram bija nolūzusi viena kāja. Tas tā stāvēja pusgadu. Garām gāja trīsdesmit ģimenes, un katra domāja, ka to salabos kāds cits. Tad Anna no otrās kāpņu telpas pie durvīm pielika zīmīti: “Sestdien vienpadsmitos laboju soliņu. Man ir zāģis, nav skrūvju.” Atnāca četri, un skrūves bija visiem.",
            "It all began with a bench that had lost a leg. It had stood like that for half a year. Thirty families walked past, each thinking that somebody else would mend it. Then Anna from the second stairwell pinned up a note: “Saturday at eleven I am mending the bench. I have a saw and no screws.” Four people came, and all of them had screws.",
        ),
        p(
            "Darba bija četrdesmit minūtēm. Pārējais laiks aizgāja, iepazīstoties. Izrādījās, ka trešajā stāvā dzīvo galdnieks un pirmajā – meitene, kas prot metināt. Viņi desmit gadus bija sveicinājušies liftā.",
            "There was work for forty minutes. The rest went on getting acquainted. It turned out that a joiner lived on the third floor, and on the first a girl who can weld. They had nodded to each other in the lift for ten years.",
        ),
        h2("Divas stundas un ne minūti vairāk", "Two hours and not a minute more"),
        p(
            "Nākamajā mēnesī bija žogs, pēc tam slidkalniņš, pēc tam velosipēdu statīvs. Katru reizi kāds piedāvāja palikt ilgāk, un katru reizi galdnieks paskatījās pulkstenī. Divas stundas. Ja darbs nav pabeigts, to pabeigs nākamreiz.",
            "The next month it was the fence, then the slide, then a rack for bicycles. Each time somebody offered to stay longer, and each time the joiner looked at his watch. Two hours. If a job is not finished, it will be finished next time.",
        ),
        p(
            "Tieši šis noteikums visu noturēja. Cilvēki nebaidās nākt, ja zina, kad varēs iet. Un darbus izvēlas pēc auguma: tādus, ko divās stundās var paveikt ar to, kas ir.",
            "That very rule held it all together. People are not afraid to come if they know when they may leave. And they choose jobs of the right size: ones that can be done in two hours with what there is.",
        ),
        quote(
            (
                "Es nācu labot žogu. Palieku, jo tagad zinu, kam prasīt sāli.",
                "I came to mend a fence. I stay because now I know whom to ask for salt.",
            ),
            ("Kaimiņš no ceturtā stāva", "A neighbour from the fourth floor"),
        ),
        h2("Kur ņem naudu", "Where the money comes from"),
        p(
            "Pirmo gadu – no kabatām. Kārba stāv pie tējas, un neviens neskatās, kurš cik ieliek. Dēļus atdeva kāds, kas cēla terasi, krāsu – veikals, kurā bija saplacināta kārba.",
            "In the first year, from their pockets. A tin stands beside the tea, and nobody looks at who puts in how much. The planks were left over from somebody’s terrace; the paint came from a shop that had a dented can.",
        ),
        p(
            "Otrajā gadā vajadzēja šūpoles, un šūpoles maksā. Tad viņi pirmoreiz lasīja nolikumu. Divi vakari, viena karsta diskusija par vārdu “ilgtspēja”, viens telefona zvans uz partnerību. Projektu uzrakstīja paši, iesniedza kopā ar namu pārvaldnieku, un šūpoles ir.",
            "In the second year they needed a swing, and swings cost money. That was when they first read the rules of a call. Two evenings, one heated debate on the word “sustainability”, one phone call to the partnership. They wrote the project themselves, handed it in together with the building’s manager, and the swing is there.",
        ),
        h3("Tāme, kādu tā bija", "The budget as it was"),
        ul(
            ("šūpoles ar montāžu – lielākā daļa;", "the swing with its fitting: most of it;"),
            (
                "gumijas segums, ko neviens sākumā nebija ierēķinājis;",
                "a rubber surface, which nobody had counted in at first;",
            ),
            ("lāpstas – savas, tāpēc tāmē nulle;", "spades: their own, so a zero in the budget;"),
            ("tēja – no kārbas.", "tea: from the tin."),
        ),
        h2("Kas neizdevās", "What did not work"),
        p(
            "Puķudobe pie vārtiem. To iestādīja visi un nelaistīja neviens. Tagad ir vienošanās: ja darbam pēc tam vajag saimnieku, saimnieku atrod pirms darba. Dobei saimnieka nebija, tāpēc tur tagad ir akmeņi, un akmeņi aug labi.",
            "The flower bed by the gate. Everybody planted it and nobody watered it. Now there is an agreement: if a thing will need a keeper, find the keeper first. The flower bed had none, so now there are stones, and the stones are thriving.",
        ),
        p(
            "Neizdevās arī saraksts telefonā. Tajā bija simt cilvēku un viena saruna par kaķiem. Zīmīte pie durvīm strādā labāk: to izlasa visi, un uz to neatbild naktī.",
            "The chat group did not work either. It had a hundred people and one conversation about cats. A note on the door does better: everybody reads it, and nobody answers it at night.",
        ),
        image("abolu-grozs", ("Pie tējas katrs liek to, kas ir.", "At tea everybody puts down what they have.")),
        h2("Kas nāk un kas nenāk", "Who comes and who does not"),
        p(
            "No trīsdesmit ģimenēm regulāri nāk deviņas. Sākumā tas šķita maz. Tad saskaitīja citādi: no tām, kas nenāk, sešas aizdod instrumentus, divas cep pīrāgus, un viena kundze no pirmā stāva visu laiku tur atvērtu logu un saka, kur ir šķībi. Arī tas ir darbs.",
            "Nine of the thirty families come regularly. At first that seemed few. Then they counted differently: of those who do not come, six lend tools, two bake, and one lady on the ground floor keeps her window open the whole time and says where it is crooked. That is work too.",
        ),
        p(
            "Jaunieši ilgi stāvēja malā ar telefoniem. Pagrieziens notika pie velosipēdu statīva. Izrādījās, ka pieaugušie to bija izmērījuši veciem velosipēdiem, un jaunajiem riepas ir platākas. Kāds piecpadsmitgadnieks to pateica skaļi, un viņam iedeva lineālu. Kopš tās dienas mērīšana ir jauniešu ziņā, un līdz šim nekas nav bijis par šauru.",
            "The teenagers stood aside for a long time with their phones. The turn came with the bicycle rack. The adults had measured it for old bicycles, and new ones have wider tyres. A fifteen-year-old said so out loud, and was handed the ruler. Since that day the measuring has been left to the young, and nothing has yet turned out too narrow.",
        ),
        p(
            "Seniori savukārt lūdza nevis soliņus, bet to, lai soliņi būtu tuvāk cits citam. No veikala līdz mājām ir četri simti soļu, un atpūsties gribas pēc katra simta. Tagad tā ir mēraukla: ne tālāk par simt soļiem. Ejot ar pilnu somu, to saprot katrs.",
            "The older neighbours, for their part, asked not for benches but for benches closer together. From the shop to the door is four hundred steps, and one likes to rest after every hundred. That is now the yardstick: no further than a hundred steps. Anybody walking with a full bag understands it.",
        ),
        h2("Darbu burtnīca", "The job book"),
        p(
            "Pie tējas stāv burtnīca. Katrai reizei tajā ir viena lapa: ko darījām, kas bija klāt, kas palika pāri un ko nākamreiz paņemt līdzi. Burtnīcu neviens neved mājās; tā glabājas kāpņu telpā aiz elektrības skapja, un atslēga ir visiem.",
            "Beside the tea lies a notebook. Each time has one page: what we did, who was there, what was left over and what to bring next time. Nobody takes it home. It lives in the stairwell behind the fuse box, and everybody has the key.",
        ),
        p(
            "Pēc gada to pāršķirstīja kopā. Izrādījās, ka vairāk nekā puse darbu ir nevis jauna celšana, bet vecā saglabāšana: pievilkt, nokrāsot, nomainīt dēli. Tas nav tik skaisti fotogrāfijās, toties pagalms vairs nebrūk. Galdnieks saka, ka tā ir visa viņa amata gudrība vienā teikumā.",
            "After a year they leafed through it together. More than half of the jobs turned out to be not building but keeping: tightening, painting, changing a plank. It looks less fine in photographs, but the yard has stopped falling apart. The joiner says that is all the wisdom of his trade in one sentence.",
        ),
        accordion(
            (
                ("Kas notiek, ja līst?", "What if it rains?"),
                [
                    p(
                        "Tad strādā pagrabā: šķiro skrūves un asina zāģus. Nākamreiz divas stundas aiziet īsākā laikā.",
                        "Then they work in the cellar, sorting screws and sharpening saws. Next time the two hours go further.",
                    )
                ],
            ),
            (
                ("Kas atbild, ja kāds savainojas?", "Who is responsible if somebody gets hurt?"),
                [
                    p(
                        "Katrs par sevi, un to pasaka sākumā. Ar elektrību un augstumu strādā tikai tie, kam tas ir amats. Aptieciņa stāv blakus tējai.",
                        "Everybody for themselves, and it is said at the start. Only those whose trade it is work with electricity or at height. The first-aid kit stands next to the tea.",
                    )
                ],
            ),
            (
                ("Vai bērni drīkst palīdzēt?", "May children help?"),
                [
                    p(
                        "Drīkst, un viņiem vienmēr atrod īstu darbu. Krāsot stūri, kuru neviens neredz, bērni atpazīst uzreiz.",
                        "They may, and there is always a real job for them. Children recognise at once a corner that is painted only because nobody will see it.",
                    )
                ],
            ),
            (
                ("Kam jautāt atļauju?", "Whose permission is needed?"),
                [
                    p(
                        "Mājas pārvaldniekam, ja tas ir pagalmā; pašvaldībai, ja tas ir pie ielas. Krogsilā pirmajā gadā nejautāja nevienam, otrajā – visiem, un otrais gads bija mierīgāks.",
                        "The building’s manager, if it is in the yard; the municipality, if it is by the street. In the first year Krogsils asked nobody, in the second everybody, and the second was the quieter year.",
                    )
                ],
            ),
        ),
        h2("Par ko strīdas", "What they argue about"),
        p(
            "Par automašīnām, protams. Vietas pagalmā ir mazāk nekā mašīnu, un soliņš vienu vietu paņēma. Sarunā, kas ilga trīs tējas, nolēma: soliņš paliek, bet bedre stāvlaukuma stūrī ir nākamā mēneša darbs. To aizbēra, un viena vieta radās no jauna.",
            "About cars, of course. There is less room in the yard than there are cars, and the bench took up one place. In a talk that lasted three rounds of tea they decided: the bench stays, but the hole in the corner of the car park is next month’s job. They filled it in, and one place was won back.",
        ),
        p(
            'Strīdējās arī par to, vai vajag biedrību. Daži gribēja kārtību, daži baidījās no gada pārskata. Pagaidām ir kopiena, un pagaidām ar to pietiek. Kad pietrūks, viņi zina, kam <a href="page:support/advice">pajautāt</a>.',
            'They also argued about whether to found an association. Some wanted order; some feared the annual report. For now they are a community, and for now that is enough. When it no longer is, they know whom to <a href="page:support/advice">ask</a>.',
        ),
        h2("Ja gribat tāpat", "If you want to do the same"),
        numbered(
            ("Sāciet ar lietu, kas salūzusi un ko visi redz.", "Start with something broken that everybody can see."),
            (
                "Pielieciet zīmīti ar dienu, stundu un to, kā jums trūkst.",
                "Put up a note with the day, the hour and what you lack.",
            ),
            ("Nolieciet malā pulksteni: divas stundas.", "Put a watch on the table: two hours."),
            (
                "Pēc darba apsēdieties. Bez tējas nākamreiz neviens nenāks.",
                "Sit down after work. Without tea nobody will come next time.",
            ),
            (
                "Pierakstiet vienu lietu, ko darīsiet pēc mēneša, un kas to atgādinās.",
                "Write down one thing to do in a month, and who will remind the others.",
            ),
        ),
        p(
            "Krogsilā tagad ir četrpadsmit salabotas lietas. Visvairāk lietotā ir pirmā. Uz tās vakaros sēž cilvēki, kuri agrāk gāja garām.",
            "Krogsils now has fourteen mended things. The one most used is the first. In the evenings people sit on it who used to walk past.",
        ),
    ],
)

CRAFT = article(
    "craft-circle",
    (
        "Otrajā stāvā, starp plauktiem: Daugmales rokdarbnieces",
        "Upstairs, between the shelves: the craft circle of Daugmale",
    ),
    ("daugmales-rokdarbnieces", "the-craft-circle-of-daugmale"),
    kind="story",
    days_ago=27,
    topics=("amati", "seniori"),
    settlements=("daugmale",),
    picture="biblioteka-rokdarbi",
    lead=(
        "Ceturtdienās bibliotēkas otrajā stāvā auž, ada un klusē. Klusēt drīkst, tāpēc nāk arī tie, kam mājās ir skaļi, un tie, kam ir pārāk klusu.",
        "On Thursdays, upstairs in the library, they weave, knit and say nothing. Silence is allowed, which is why those come whose homes are loud, and those whose homes are too quiet.",
    ),
    body=[
        p(
            "Sākumā bija trīs rokdarbnieces un vienas stelles. Stelles bija vecākas par visām trim kopā. Bibliotekāre ierādīja stūri aiz vēstures plaukta, jo tur vasarā ir vēss un ziemā silts.",
            "At first there were three of them and one loom. The loom was older than the three together. The librarian gave them the corner behind the history shelf, which is cool in summer and warm in winter.",
        ),
        person("weaver"),
        quote(
            ("Iesācējām mēs nemācām. Mēs apsēžamies blakus.", "We do not teach beginners. We sit down next to them."),
            ("Līga Paraudziņa", "Līga Paraudziņa"),
        ),
        p(
            "Tagad viņu ir vienpadsmit. Divas auž, piecas ada, viena lasa priekšā, pārējās kā kuru reizi. Cimdus aiznes uz sociālo dienestu, lupatdeķus dāvina jauniem kaimiņiem: tas ir labs iemesls piezvanīt pie svešām durvīm.",
            "Now there are eleven. Two weave, five knit, one reads aloud, and the rest as the day takes them. The mittens go to the social services; the rag rugs are given to new neighbours, which is a good reason to ring at a stranger’s door.",
        ),
        h2("Ko paņemt līdzi", "What to take along"),
        ul(
            (
                "Viena diena, viena stunda, viens stūris – un nemainīt.",
                "One day, one hour, one corner – and never change them.",
            ),
            ("Lai drīkst neko nedarīt. Rokas pašas sāk.", "Let people do nothing. Hands begin by themselves."),
            (
                "Bibliotēka ir telpas, par kurām kopienas aizmirst pajautāt.",
                "A library is a room that communities forget to ask for.",
            ),
        ),
    ],
)

CUPBOARD = article(
    "book-cupboard",
    ("Grāmatu skapis, kas nekad nav tukšs", "The book cupboard that is never empty"),
    ("gramatu-skapis", "the-book-cupboard"),
    kind="story",
    days_ago=41,
    topics=("kaiminu-palidziba", "gimenes"),
    settlements=("balozi",),
    picture="gramatu-skapis",
    lead=(
        "Baložos pie ielas stāv zaļš skapis. Paņem grāmatu, ieliec grāmatu. Grūtākais bija durvis.",
        "In Baloži a green cupboard stands by the street. Take a book, leave a book. The hardest part was the door.",
    ),
    body=[
        p(
            "Pirmās durvis aiznesa vējš, otrās uzbrieda lietū. Trešās ir no veca logā rāmja, un caur tām redz, kas iekšā. Kopš tā laika cilvēki apstājas, pat ja neko neņem.",
            "The wind took the first door, and the second swelled in the rain. The third is an old window frame, and you can see through it what is inside. Since then people stop, even if they take nothing.",
        ),
        p(
            "Skapim ir trīs noteikumi: bērnu grāmatas apakšā, slapjas grāmatas ārā, vārdnīcas mājās. Pārējais kārtojas pats. Reizi nedēļā kāds no sešām ģimenēm pieiet, noslauka plauktu un izņem reklāmas.",
            "The cupboard has three rules: children’s books at the bottom, wet books out, dictionaries at home. The rest sorts itself. Once a week one of six families comes by, wipes the shelf and takes out the advertising.",
        ),
        quote(
            (
                "Mēs domājām, ka apmainīsimies ar grāmatām. Apmaināmies ar ziņām.",
                "We thought we would be swapping books. We swap news.",
            ),
            ("Viena no sešām ģimenēm", "One of the six families"),
        ),
    ],
)

GARDEN = article(
    "garden",
    "Dārzs, kas kopj pats sevi, un kaimiņi, kas tam netraucē",
    "darzs-kas-kopj-pats-sevi",
    kind="story",
    days_ago=58,
    topics=("darzi", "macibas"),
    settlements=("mezinieki", "mellupi"),
    picture="permakulturas-darzs",
    lead="Permakultūras dārzā mazāk rok un vairāk skatās. Pirmajā gadā kaimiņi smējās, otrajā aizņēmās dēstus, trešajā taisa dobes paši.",
    body=[
        p(
            "Sākums bija seminārs, uz kuru daudzi atnāca ziņkāres dēļ. Palika doma: zeme nav jāapgriež kājām gaisā katru gadu. To apsedz, un tā strādā."
        ),
        h2("Trīs dobes, trīs kļūdas"),
        numbered(
            "Pirmā dobe bija par platu. Ja nevar aizsniegt vidu, vidū aug tas, kas grib.",
            "Otrajai trūka ūdens. Tagad lietus no jumta tek mucā, un muca stāv augstāk par dobi.",
            "Trešā bija laba, tikai gliemeži to atrada pirmie.",
        ),
        p("Šobrīd dārzā ir vieta divām jaunām dobēm un vienam cilvēkam, kas prot uzlikt jumtu."),
    ],
)

PAGES = [TRAIL, BENCHES, CRAFT, CUPBOARD, GARDEN]
