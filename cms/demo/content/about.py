"""Home, and everything under “Par platformu”."""

from cms.demo.content.rows import FACEBOOK, SETTINGS, WEBSITE
from cms.demo.parts import Page, contact, gallery, h2, p, person, project, ul

ASK_US = contact(
    ("Uzziņām", "For enquiries"),
    organisation=SETTINGS["organisation"],
    who="office",
    website=WEBSITE,
    facebook=FACEBOOK,
)

HOME = Page(
    key="",
    model="HomePage",
    title=("Sākums", "Home"),
    slug=("home", "home-en"),
    texts={"search_description": SETTINGS["tagline"]},
)

ABOUT = Page(
    key="about",
    model="StandardPage",
    title=("Par platformu", "About"),
    slug=("par-platformu", "about"),
    texts={
        "intro": (
            "Novadā daudzi jau kaut ko dara: kopj krastu, dzied, šuj, palīdz kaimiņam. Platforma ir vieta, kur viņi atrod cits citu.",
            "All over the municipality people are already doing something: tending a riverbank, singing, sewing, helping next door. The platform is where they find each other.",
        ),
        "seo_title": ("Kas ir platforma un kas to uztur", "What the platform is and who runs it"),
        "lead_image_alt": (
            "Mājas pļavas malā, divi cilvēki uz takas.",
            "Houses at the edge of a meadow, two people on the path.",
        ),
    },
    facts={"lead_image": "plava-un-majas"},
    body=[
        h2("Kur mēs esam", "Where we are, and what a novads is"),
        p(
            "Ķekavas novads sākas tūlīt aiz Rīgas robežas, Daugavas kreisajā krastā. Tajā ir trīs pilsētas – Baldone, Baloži un Ķekava – un vairāki desmiti ciemu. Dažās vietās kaimiņi dzīvo sienu pie sienas, citās no mājas līdz mājai ir kilometrs.",
            "Ķekava lies on the left bank of the Daugava and begins where Riga ends. It is a <i>novads</i>, a Latvian municipality: one elected council that looks after towns and countryside together. Ours has three towns, Baldone, Baloži and Ķekava, and several dozen villages. The rural parts are called <i>pagasti</i>, or parishes. In some places neighbours share a wall; in others the next house is a kilometre away.",
        ),
        p(
            "Tāpēc arī kopienas ir dažādas. Vienai ir statūti un gada pārskats, otrai – ugunskura vieta un saraksts telefonā. Te vajadzīgas abas.",
            "The groups differ just as much. Some are registered associations with statutes and annual reports. Others are communities with no papers at all, only a place they look after and a chat on their phones. Both belong here.",
        ),
        h2("Kā tas sākās", "How it began"),
        p(
            '2022. gada rudenī novada biedrības sāka kopīgu apmācību ciklu. 15. decembrī Ķekavā pie viena galda apsēdās 11 biedrības un 9 kopienas. No šīs dienas palika <a href="page:news/fourteen">četrpadsmit ieteikumi</a>, un pēc tiem platforma top.',
            'In the autumn of 2022 the municipality’s associations began learning together. On 15 December eleven NGOs and nine communities sat down at one table in Ķekava. They left behind <a href="page:news/fourteen">fourteen recommendations</a>, and the platform is being built from that list.',
        ),
        h2("Kas to uztur", "Who runs it"),
        p(
            "Platformu uztur biedrība “Partnerība “Daugavkrasts”” – vietējā rīcības grupa, kas darbojas kopš 2008. gada un ir novada NVO kontaktpunkts.",
            "The platform is run by the association “Partnerība “Daugavkrasts””. It has been the local action group here since 2008 – the body that brings LEADER, the EU’s programme for rural communities, to the area – and it is the municipality’s contact point for NGOs.",
        ),
        h2("Kas te ir un kas vēl būs", "What is here, and what is coming"),
        p(
            "Platforma aug pa daļām. Jau tagad te var:",
            "The platform grows step by step. Already you can:",
        ),
        ul(
            (
                'sarakstā un kartē atrast <a href="page:directory">kopienas un NVO</a>, <a href="page:directory/rooms">telpas</a> un to, <a href="page:directory/notices">ko kāds meklē vai piedāvā</a>;',
                'find <a href="page:directory">communities and NGOs</a>, <a href="page:directory/rooms">rooms</a> and <a href="page:directory/notices">what is wanted or offered</a>, in a list and on a map;',
            ),
            (
                'lasīt <a href="page:news">jaunumus</a> un <a href="page:news/stories">pieredzes stāstus</a>;',
                'read the <a href="page:news">news</a> and <a href="page:news/stories">stories of experience</a>;',
            ),
            (
                'uzzināt, kur meklēt <a href="page:support/advice">padomu</a>;',
                'find out where to turn for <a href="page:support/advice">advice</a>;',
            ),
            (
                '<a href="page:take-part/join">pieteikt savu kopienu</a>.',
                '<a href="page:take-part/join">tell us about your own community</a>.',
            ),
        ),
        p(
            "Kalendārs, apmācības un ekskursijas nāks klāt.",
            "A calendar, training and excursions will follow.",
        ),
        h2("Ko nozīmē “Paraugs”", "What “Sample” means"),
        p(
            "Dažiem rakstiem, cilvēkiem, kopienām un telpām blakus ir vārds “Paraugs”. Tur kaut kas ir izdomāts, lai parādītu, kā platforma strādā. Tautas nami, piemēram, ir īsti, bet krēslu skaits, cenas un tālruņi – ne; ar 00 Latvijā nesākas neviens numurs. Tas, kas te rakstīts par 2022., 2023. un 2024. gadu, ir noticis patiešām.",
            "Some articles, people, communities and rooms carry the word “Sample”. Something in them is invented, to show how the platform works. The halls, for instance, are real, but their seats, prices and telephones are not: no Latvian number begins with 00. What we write about 2022, 2023 and 2024 really happened.",
        ),
    ],
)

PROJECT = Page(
    key="about/project",
    model="StandardPage",
    title=("Projekts", "The project"),
    slug=("projekts", "project"),
    texts={
        "intro": (
            "Viens gads, viens kopīgs projekts – un saraksts, pēc kura strādāt tālāk.",
            "One year, one shared project, and a list to go on working from.",
        ),
        "seo_title": ("Projekts “NVO sadarbības platformas attīstība novadā”", "The project behind the platform"),
    },
    in_menu=True,
    body=[
        p(
            "Projekts ilga no 2022. gada septembra līdz 2023. gada augustam. Naudu deva Aktīvo iedzīvotāju fonds, darbu darīja partnerība kopā ar novada biedrībām un kopienām.",
            "The project ran from September 2022 to August 2023. The Active Citizens Fund provided the money; the partnership did the work together with the municipality’s associations and communities.",
        ),
        h2("Kas izdarīts", "What was done"),
        ul(
            (
                "bezmaksas apmācības vadītājiem un komandām – klātienē un tiešsaistē;",
                "free training for leaders and teams, in person and online;",
            ),
            (
                'divi semināri par kopradi kopā ar <a href="page:news/norway">pasniedzējiem no Norvēģijas</a>;',
                'two seminars on co-creation with <a href="page:news/norway">lecturers from Norway</a>;',
            ),
            (
                '<a href="page:news/gathering">pirmais Novadnieku NVO saiets</a> 2022. gada 15. decembrī;',
                'the <a href="page:news/gathering">first gathering of local NGOs</a> on 15 December 2022;',
            ),
            (
                'divi <a href="page:news/march-seminars">semināri par naudu un projektiem</a> 2023. gada martā.',
                'two <a href="page:news/march-seminars">seminars on money and projects</a> in March 2023.',
            ),
        ),
        p(
            'Pats svarīgākais palika pēc saieta: <a href="page:news/fourteen">četrpadsmit ieteikumi</a>, ko novada biedrības un kopienas uzrakstīja pašas.',
            'The most important thing came out of the gathering: <a href="page:news/fourteen">fourteen recommendations</a>, written by the NGOs and communities themselves.',
        ),
        project("platform"),
        ASK_US,
    ],
)

PEOPLE = Page(
    key="about/people",
    model="PeoplePage",
    title=("Cilvēki", "People"),
    slug=("cilveki", "people"),
    in_menu=True,
    texts={
        "intro": (
            "Ja nezināt, kuram zvanīt, zvaniet partnerībai. Īsto cilvēku atradīsim kopā.",
            "If you are not sure whom to call, call the partnership. We will find the right person together.",
        ),
    },
    body=[
        h2("Partnerības birojs", "The partnership’s office"),
        person("office"),
        h2("Platforma un padoms", "The platform and advice"),
        p(
            "Šie cilvēki ir izdomāti: te redzams, kā lapa izskatīsies, kad tajā būs īstie.",
            "These people are invented: they show what the page will look like once real names stand here.",
        ),
        person("editor"),
        person("projects"),
        person("accounting"),
    ],
)

FUNDERS = Page(
    key="about/funders",
    model="ProjectsPage",
    title=("Finansētāji un projekti", "Funders and projects"),
    slug=("finansetaji-un-projekti", "funders-and-projects"),
    in_menu=True,
    texts={
        "intro": (
            "Kas platformu apmaksājis, cik un par ko.",
            "Who has paid for the platform, how much, and for what.",
        ),
    },
)

PRESS = Page(
    key="about/press",
    model="StandardPage",
    title=("Medijiem", "For the press"),
    slug=("medijiem", "press"),
    in_menu=True,
    texts={
        "intro": (
            "Īss apraksts, ko drīkst pārpublicēt, skaitļi, attēli un tālrunis.",
            "A short text you may reprint, figures, pictures and a phone number.",
        ),
    },
    body=[
        h2("Divos teikumos", "In two sentences"),
        p(
            "Ķekavas novada NVO sadarbības platforma ir vieta internetā, kur satiekas novada kopienas, biedrības un pašvaldība. To pēc pašu biedrību un kopienu ieteikumiem veido biedrība “Partnerība “Daugavkrasts””.",
            "The Ķekava Municipality NGO Platform is an online meeting place for the communities, associations and local government of a municipality just outside Riga, Latvia. The association “Partnerība “Daugavkrasts”” is building it from recommendations made by those communities and associations themselves.",
        ),
        h2("Skaitļos", "In figures"),
        ul(
            (
                "11 biedrības un 9 kopienas pirmajā Novadnieku NVO saietā 2022. gada 15. decembrī;",
                "11 NGOs and 9 communities at the first gathering, on 15 December 2022;",
            ),
            ("14 ieteikumi, ar kuriem viss sākās;", "14 recommendations to start from;"),
            (
                "19 998,58 € projektam “NVO sadarbības platformas attīstība novadā” no Aktīvo iedzīvotāju fonda.",
                "€19,998.58 from the Active Citizens Fund for the project that began it.",
            ),
        ),
        h2("Kā rakstīt nosaukumus", "How to write the names"),
        p(
            "Biedrībai ir nosaukums nosaukumā, tāpēc pēdiņas ir dubultas: biedrība “Partnerība “Daugavkrasts””. Novads ir Ķekavas novads, platforma rakstāma ar mazo burtu.",
            "The association has a name within its name, hence the double quotation marks: “Partnerība “Daugavkrasts””. The place is Ķekava municipality; in Latvian, Ķekavas novads.",
        ),
        h2("Attēli", "Pictures"),
        p(
            "Attēli šajā vietnē ir ilustrācijas, nevis fotogrāfijas. Tās drīkst izmantot rakstos par platformu; lūdzam pieminēt, no kurienes ņemtas.",
            "The pictures on this site are illustrations, not photographs. You may use them in articles about the platform; please say where they come from.",
        ),
        gallery(
            ("", ""),
            ("tautas-nams", ("Pie tautas nama", "At the community hall")),
            ("pie-galda", ("Pie viena galda", "Around one table")),
            ("laiva-pa-misu", ("Laivā pa Misu", "By boat on the Misa")),
        ),
        ASK_US,
    ],
)

PAGES = [HOME, ABOUT, PROJECT, PEOPLE, FUNDERS, PRESS]
