"""What really happened from 2022 to 2024. Facts only; no invented voices, and the days of publication are ours."""

from cms.demo.content.about import ASK_US
from cms.demo.parts import accordion, article, h2, numbered, p, project, table, ul

FOURTEEN = article(
    "fourteen",
    ("Četrpadsmit ieteikumi, ar kuriem sākas platforma", "Fourteen recommendations to start from"),
    ("cetrpadsmit-ieteikumi", "fourteen-recommendations"),
    day="2023-03-31",
    category="parskats",
    topics=("lidzdaliba", "macibas"),
    settlements=("kekava",),
    picture="pie-galda",
    caption=("Trīs darba grupas, viens saraksts.", "Three working groups, one list."),
    lead=(
        "Apmācību cikls ir galā. Pāri palika saraksts, ko novada biedrības un kopienas uzrakstīja pašas: ko tām vajag no pašvaldības, no platformas un citai no citas.",
        "The training series is over. What remains is a list that the municipality’s associations and communities wrote themselves: what they need from local government, from the platform and from one another.",
    ),
    body=[
        p(
            "Cikls sākās 2022. gada rudenī un nevienam neko nemaksāja. Nāca tie, kas jau darbojas platformā, un tie, kas vēl tikai skatījās. Vispirms mācījāmies klātienē: kā vadīt, kā strādāt komandā un nepalikt vienam ar visiem darbiem. Tad pārcēlāmies uz ekrāniem. Viena no pirmajām tēmām bija konflikti, jo tie ir katrā biedrībā, arī labā.",
            "The series began in the autumn of 2022 and cost nobody anything. Some who came were already active in the platform; others had come to look. We first met in person, to learn how to lead, how to work as a team and how not to be left alone with all the chores. Then we moved on screen. One of the first subjects there was conflict, because every association has it, the good ones too.",
        ),
        h2("Ko stāstīja kolēģi no Norvēģijas", "What colleagues from Norway told us"),
        p(
            "Divos semināros Norvēģijas Zaļās attīstības koledžas pasniedzēji stāstīja par kopradi: pašvaldība, biedrības un uzņēmēji kopā izdomā risinājumu, nevis apspriež jau gatavu. Runājām par trim lietām:",
            "In two seminars, lecturers from the Green Development College in Norway spoke about co-creation: local government, NGOs and businesses working out an answer together, rather than discussing one that is already made. There were three subjects:",
        ),
        ul(
            (
                "kā pašvaldība un biedrības pārvalda kopā, un kāpēc to vērts darīt;",
                "governing together: how local government and NGOs can do it, and why they should;",
            ),
            (
                "kā iesaistīt brīvprātīgos, lai kopienas ideja nepaliek uz papīra;",
                "bringing in volunteers, so that a community’s idea does not stay on paper;",
            ),
            (
                "kā saruna starp iedzīvotājiem, iestādēm un uzņēmumiem kļūst par kaut ko jaunu.",
                "turning talk between residents, institutions and companies into something new.",
            ),
        ),
        p(
            'Vairāk par to – rakstā <a href="page:news/norway">“Koprade: plāns, kas vēl nav gatavs”</a>.',
            'There is more in <a href="page:news/norway">“Co-creation: a plan that is not finished yet”</a>.',
        ),
        h2("Ko ieteica darba grupas", "What the working groups recommended"),
        p(
            "2022. gada 15. decembrī pirmajā Novadnieku NVO saietā bija 11 biedrības un 9 kopienas. Trīs grupas atbildēja uz diviem jautājumiem: kas platformai jādod novadniekiem un ko novadnieki varētu sarīkot kopā. Lūk, viss saraksts.",
            "On 15 December 2022 eleven NGOs and nine communities came to the first gathering. Three groups answered two questions: what the platform should give people here, and what those people could organise together. This is the whole list.",
        ),
        numbered(
            (
                (
                    "Biedrību pārstāvība pašvaldībā, proti, NVO konsultatīvā padome",
                    "A voice for NGOs in local government: an NGO advisory council",
                ),
                (
                    '<a href="page:take-part/council">Kam padome vajadzīga</a>',
                    '<a href="page:take-part/council">What a council is for</a>',
                ),
            ),
            (
                "Vieta politiskajā dienaskārtībā – arī jautājumā, kā dala izlīdzināšanas fonda naudu, lai novadam paliktu vairāk",
                "A place on the political agenda, including how the equalisation fund is shared out, so that more stays here",
            ),
            (
                "Līdzdalības budžetā sava daļa biedrību kapacitātei, ar noteikumiem, kas biedrībām der",
                "A share of the participatory budget for strengthening associations, on terms that suit them",
            ),
            (
                "Projektu iespējas vienuviet: novada, valsts un starptautiskās",
                "Every funding opportunity in one place: local, national and international",
            ),
            (
                "Biedrības redzamas pašvaldības kanālos un laikrakstā",
                "NGOs visible in the municipality’s channels and newspaper",
            ),
            (
                (
                    "Pieredzes apmaiņa starp biedrībām un kopienām",
                    "Associations and communities learning from each other",
                ),
                (
                    '<a href="page:news/stories">Pieredzes stāsti</a>',
                    '<a href="page:news/stories">Stories of experience</a>',
                ),
            ),
            ("Viesošanās kopienās un mini-ekskursijas", "Visits to communities, and short excursions"),
            (
                (
                    "Plašāks ceļš pievienoties kopienām, kas vēl nav nekur",
                    "A wider way in for communities that are not anywhere yet",
                ),
                ('<a href="page:take-part/join">Pievienojies</a>', '<a href="page:take-part/join">Join us</a>'),
            ),
            (
                ("Padoms par projektiem, likumiem un grāmatvedību", "Advice on projects, law and accounting"),
                ('<a href="page:support/advice">Konsultācijas</a>', '<a href="page:support/advice">Advice</a>'),
            ),
            (
                "Tematiski pasākumi klātienē un tiešsaistē par to, kas rūp kopienām",
                "Events in person and online, on what matters to communities",
            ),
            ("Apmācības biedrību ikdienai", "Training for the everyday work of an NGO"),
            (
                "Tematiska ciemošanās, noslēgumā – sarunu festivāls",
                "Themed visits that end in a conversation festival",
            ),
            ("Projektu semināri kopā ar finansētājiem", "Seminars on projects, together with funders"),
            (
                "Vietrade: pasākumi, kuros kopiena atrod savu stāstu un savu vietu",
                "Placemaking: events in which a community finds its story and its place",
            ),
        ),
        p(
            'Ciklu noslēdzām martā ar <a href="page:news/march-seminars">diviem vakariem par naudu</a>. Tālāk dodamies uz ciemiem un pilsētām, lai par platformu uzzina tie, kuri uz Ķekavu nebrauc.',
            'We closed in March with <a href="page:news/march-seminars">two evenings on money</a>. Next we go out to the villages and towns, so that people who do not come to Ķekava hear of the platform too.',
        ),
        project("platform"),
        ASK_US,
    ],
)

GATHERING = article(
    "gathering",
    (
        "Divdesmit pie viena galda: pirmais Novadnieku NVO saiets",
        "Twenty around one table: the first gathering of local NGOs",
    ),
    ("pirmais-novadnieku-nvo-saiets", "first-gathering-of-local-ngos"),
    day="2022-12-16",
    category="parskats",
    topics=("lidzdaliba", "komanda"),
    settlements=("kekava",),
    picture="ziemas-vakars",
    lead=(
        "15. decembrī Ķekavas novada Jauno iniciatīvu centrā satikās 11 biedrības un 9 kopienas. Pirmais uzdevums bija pavisam vienkāršs: iepazīties.",
        "On 15 December eleven NGOs and nine communities met at the New Initiatives Centre in Ķekava. The first task was the simplest: to get to know each other.",
    ),
    body=[
        p(
            "Saietam bija divi iemesli. Viens: lai cilvēki, kas novadā jau kaut ko dara, beidzot iepazīstas. Otrs: lai kopā saprotam, ko no platformas gaida 2023. gadā un kas tam vajadzīgs.",
            "There were two reasons to meet. One: so that people who are already doing something here should at last know each other. The other: to work out together what is expected of the platform in 2023, and what it will take.",
        ),
        h2("Divi uzdevumi trim grupām", "Two tasks for three groups"),
        numbered(
            (
                "Vienoties, ar kādiem pasākumiem, padomu un resursiem platformai jāpalīdz novadniekiem.",
                "Agree on the events, the advice and the resources with which the platform should help.",
            ),
            (
                "Izdomāt vienu kopīgu notikumu, kurā ir vieta visiem, un pateikt, ko tas dos sabiedrībai.",
                "Think of one event to hold together, with room for everybody, and say what good it would do.",
            ),
        ),
        p(
            'Pie galdiem sēdēja gan brīvprātīgie, gan biedrību vadītāji, tāpēc padomi bija no dzīves. Procesa vadītāja tos salika vienā sarakstā. Tajā ir <a href="page:news/fourteen">četrpadsmit ieteikumi</a>.',
            'Volunteers sat beside chairpersons, so the advice came from life. The facilitator put it all into one list. It holds <a href="page:news/fourteen">fourteen recommendations</a>.',
        ),
    ],
)

NORWAY = article(
    "norway",
    ("Koprade: plāns, kas vēl nav gatavs", "Co-creation: a plan that is not finished yet"),
    ("koprade-plans-kas-vel-nav-gatavs", "co-creation-a-plan-not-finished-yet"),
    day="2022-12-05",
    category="parskats",
    topics=("macibas", "komanda"),
    picture="fjords-un-upe",
    lead=(
        "Divos semināros par sadarbību stāstīja pasniedzēji no Norvēģijas Zaļās attīstības koledžas. Trīs domas, kas der arī pie mums.",
        "In two seminars, lecturers from the Green Development College in Norway spoke about working together. Three thoughts that fit here too.",
    ),
    body=[
        p(
            "Kopradi angliski sauc <i>co-creation</i>. Doma vienkārša: pašvaldība neaicina iedzīvotājus uz gatava plāna apspriešanu, bet sēžas klāt tad, kad plāna vēl nav.",
            "The Latvian word is <i>koprade</i>, “making together”. The idea is simple: the municipality does not invite residents to comment on a finished plan, but sits down with them while there is none.",
        ),
        numbered(
            (
                "Pārvaldīt kopā. Vispirms īsi pasaki, kāda ir ideja un kam tā vajadzīga, tikai tad dali pienākumus.",
                "Govern together. Say briefly what the idea is and who needs it; only then share out the duties.",
            ),
            (
                "Brīvprātīgie nav rokas, ko pasauc pēdējā brīdī. Norvēģu paņēmiens: tikšanos atver un noslēdz īsa kopīga saruna, lai ideja tiek līdz darbam.",
                "Volunteers are not hands called in at the last minute. The Norwegian way is to open and close a meeting with a short talk together, so that an idea becomes work.",
            ),
            (
                "Jauni risinājumi rodas starp iedzīvotājiem, iestādēm un uzņēmumiem, ja visi trīs runā cits ar citu kā līdzīgi.",
                "New answers come up between residents, institutions and companies, when the three talk as equals.",
            ),
        ),
        p(
            'Semināri notika projektā “NVO sadarbības platformas attīstība novadā”. Kas tajā vēl izdarīts, lasiet <a href="page:about/project">projekta lapā</a>.',
            'The seminars were part of the project that began the platform. The <a href="page:about/project">project page</a> tells what else was done.',
        ),
    ],
)

MARCH = article(
    "march-seminars",
    ("Divi marta vakari par naudu", "Two March evenings about money"),
    ("divi-marta-vakari-par-naudu", "two-march-evenings-about-money"),
    day="2023-03-24",
    category="parskats",
    topics=("projekti", "lidzdalibas-budzets", "iedzivotaju-padomes"),
    picture="seminars-tiessaiste",
    lead=(
        "Apmācību cikla pēdējie semināri bija par diviem ceļiem, kā ideja tiek pie naudas: līdzdalības budžetu un projektu konkursiem.",
        "The last two seminars of the training series looked at two ways for an idea to find money: the participatory budget and calls for projects.",
    ),
    body=[
        h2("Līdzdalības budžets un iedzīvotāju padomes", "The participatory budget and residents’ councils"),
        p(
            "Pirmajā vakarā izgājām visu ceļu: kā ideju iesniedz, kā to vērtē un kas notiek pēc tam. Runājām arī par iedzīvotāju padomēm, jo tās stāv starp ciemu un pašvaldību un zina, kura ideja vajadzīga visiem.",
            "On the first evening we walked the whole way: how an idea is handed in, how it is assessed and what happens then. We also talked about residents’ councils, which stand between the village and the municipality and know which idea serves everybody.",
        ),
        h2("Projekti biedrībām un LEADER", "Projects for associations, and LEADER"),
        p(
            "Otrajā vakarā skatījāmies, kādi konkursi gaidāmi, un tie, kas projektus jau rakstījuši, stāstīja, ko nākamreiz darītu citādi. Beigās par to, ko nākamajā plānošanas periodā sola LEADER.",
            "The second evening was about the calls ahead. Those who had already written projects told what they would do differently. We ended with what LEADER promises for the next planning period.",
        ),
        p("No sevis piebilstam trīs lietas:", "Three things we would add ourselves:"),
        ul(
            ("Mērķi raksti pirms tāmes, ne otrādi.", "Write the aim before the budget, not the other way round."),
            ("Izlasi nolikumu divreiz, otrreiz – ar zīmuli.", "Read the rules twice, the second time with a pencil."),
            (
                "Padod pieteikumu izlasīt kādam, kas par to neko nezina.",
                "Give the application to somebody who knows nothing about it.",
            ),
        ),
    ],
)

TALKS = article(
    "community-talks",
    "Piecas sarunas piecās vietās: kā top kopiena",
    "piecas-sarunas-piecas-vietas",
    day="2022-10-10",
    category="kopienas",
    topics=("lidzdaliba", "vietrade"),
    settlements=("baldone", "kekava", "katlakalns", "kazoki", "mezinieki"),
    picture="tautas-nams",
    lead="No jūnija līdz oktobrim partnerība brauca pie kaimiņiem un jautāja: vai jūs jau esat kopiena? Noslēgums bija Mežiniekos.",
    body=[
        p(
            "Ciklu sauca “Saruna par kopienu veidošanu”, un tas tapa pēc kopīgas “Ceļa kartes”: kas ciemam jau ir, kā trūkst un ar ko sākt."
        ),
        table(
            "Sarunas par kopienu veidošanu 2022. gadā",
            [("text", "Kad"), ("text", "Kur"), ("text", "Kas vēl jāzina")],
            ["14. jūnijā", "Baldonē", "pirmā saruna"],
            ["jūlija sākumā", "Ķekavā", "Doles Tautas namā"],
            ["11. augustā", "Katlakalnā", "Katlakalna Tautas namā, plkst. 18.00"],
            ["8. septembrī", "Kažokos", "kopā ar Dzērumiem"],
            ["7. oktobrī", "Mežiniekos", "noslēguma saruna"],
        ),
        p(
            'Kopiena nav vieta kartē. Tā ir vienošanās, ka kādam rūp. Tāpēc arī <a href="page:take-part/join">pievienoties platformai</a> var bez statūtiem.'
        ),
    ],
)

SUPPORT_CALL = article(
    "support-call-2023",
    (
        "Līdz 5000 € labai idejai: NVO projektu atbalsta konkurss",
        "Up to €5,000 for a good idea: the municipality’s call for projects",
    ),
    ("nvo-projektu-atbalsta-konkurss-2023", "call-for-ngo-projects-2023"),
    day="2023-06-26",
    category="izsludinajumi",
    topics=("projekti",),
    lead=(
        "Pašvaldība gaida fizisko personu un nevalstisko organizāciju projektus. Pieteikties var līdz 2023. gada 13. jūlijam.",
        "The municipality is inviting projects from residents and NGOs. The deadline is 13 July 2023.",
    ),
    body=[
        p(
            "Vienam projektam pašvaldība dod līdz 5000 €, taču ne vairāk kā 90 % no visām izmaksām. Gadā katrs var iesniegt vienu pieteikumu.",
            "A project can receive up to €5,000, but no more than 90% of its costs. Each applicant may hand in one application a year.",
        ),
        accordion(
            (
                ("Kas var pieteikties?", "Who may apply?"),
                [p("Novada iedzīvotāji un nevalstiskās organizācijas.", "Residents of the municipality and NGOs.")],
            ),
            (
                ("Kā iesniegt?", "How do you hand it in?"),
                [
                    ul(
                        (
                            "ar drošu elektronisko parakstu – pašvaldībai;",
                            "signed electronically, to the municipality;",
                        ),
                        (
                            "uz papīra – kādā no četriem klientu apkalpošanas centriem.",
                            "on paper, at any of the four customer service centres.",
                        ),
                    )
                ],
            ),
            (
                ("Kādi papīri vajadzīgi?", "Which papers do you need?"),
                [
                    p(
                        "Pieteikuma veidlapa un tāme. Pirms rakstāt, izlasiet nolikumu, līguma projektu un atskaites veidlapu: tad zināsiet, ko prasīs beigās.",
                        "The application form and a budget. Before you write, read the rules, the draft contract and the report form: then you know what will be asked at the end.",
                    )
                ],
            ),
        ),
        p(
            'Papildināts: konkurss ir slēgts. Par nākamo jautājiet, kā rakstīts lapā <a href="page:support/advice">Konsultācijas</a>.',
            'Update: the call is closed. For the next one, see <a href="page:support/advice">Advice</a>.',
        ),
    ],
)

BUDGET_2024 = article(
    "participatory-budget-2024",
    (
        "Līdzdalības budžets 2024: 170 000 € iedzīvotāju idejām",
        "Participatory budget 2024: €170,000 for residents’ ideas",
    ),
    ("lidzdalibas-budzets-2024", "participatory-budget-2024"),
    day="2024-04-29",
    category="izsludinajumi",
    topics=("lidzdalibas-budzets",),
    picture="karte-uz-galda",
    lead=(
        "No 29. aprīļa līdz 28. jūnijam idejas var iesniegt iedzīvotāji un īpašnieki no 16 gadu vecuma, kā arī novada biedrības un nodibinājumi.",
        "From 29 April to 28 June ideas may be handed in by residents and property owners aged 16 or over, and by associations and foundations registered here.",
    ),
    body=[
        p(
            "Kopā novadā ir 170 000 €, ieskaitot PVN. Šoreiz nevar pieteikt projektus Baložos, Rāmavā, Katlakalnā, Vimbukrogā un Daugmalē, jo tur naudu piešķīra 2023. gadā.",
            "There is €170,000 in all, VAT included. This time Baloži, Rāmava, Katlakalns, Vimbukrogs and Daugmale have to wait: they received money in 2023.",
        ),
    ],
)

PAGES = [FOURTEEN, GATHERING, NORWAY, MARCH, TALKS, SUPPORT_CALL, BUDGET_2024]
