"""Pages of the footer: contacts, accessibility, privacy, easy to read."""

from cms.demo.content.rows import FACEBOOK, SETTINGS, WEBSITE
from cms.demo.parts import Page, contact, h2, p, ul

CONTACTS = Page(
    key="contacts",
    model="StandardPage",
    title=("Kontakti", "Contacts"),
    slug=("kontakti", "contacts"),
    texts={
        "intro": (
            "Jautājums, labojums vai ziņa, ko grib zināt arī citi? Zvaniet.",
            "A question, a correction, or news that others should hear? Call us.",
        ),
    },
    body=[
        contact(
            ("Platformu uztur", "The platform is run by"),
            organisation=SETTINGS["organisation"],
            who="office",
            website=WEBSITE,
            facebook=FACEBOOK,
        ),
        h2("Par ko jautāt", "What to ask"),
        ul(
            (
                'Par projektiem, likumiem un grāmatvedību – vispirms ieskatieties lapā <a href="page:support/advice">Konsultācijas</a>.',
                'Projects, law, accounting: look first at the page on <a href="page:support/advice">advice</a>.',
            ),
            (
                'Par savu kopienu vai biedrību platformā – lapā <a href="page:take-part/join">Pievienojies</a>.',
                'Your own community or association on the platform: see <a href="page:take-part/join">Join us</a>.',
            ),
            (
                'Žurnālistiem – lapā <a href="page:about/press">Medijiem</a>.',
                'Journalists: see <a href="page:about/press">For the press</a>.',
            ),
        ),
        h2("Ja kaut kas nav pareizi", "If something is wrong"),
        p(
            "Kļūdījāmies vārdā, datumā vai vietā? Pasakiet, kurā lapā un kā jābūt. Izlabosim.",
            "Have we got a name, a date or a place wrong? Tell us which page and what it should say. We will put it right.",
        ),
    ],
)

ACCESSIBILITY = Page(
    key="accessibility",
    model="AccessibilityPage",
    title=("Piekļūstamības paziņojums", "Accessibility statement"),
    slug=("pieklustamiba", "accessibility"),
    texts={
        "intro": (
            "Gribam, lai šo vietni var lietot ikviens: ar tastatūru, ekrāna lasītāju, lielākiem burtiem vai vecu telefonu.",
            "We want everybody to be able to use this site: by keyboard, with a screen reader, in larger letters or on an old phone.",
        ),
        "limitations": [
            ul(
                (
                    "Ne visi raksti ir iztulkoti angliski. Pie tiem stāv norāde, un saturs iezīmēts kā latviešu valodā rakstīts.",
                    "Not every article has been translated into English. Those carry a notice, and their text is marked as Latvian.",
                ),
                (
                    "Viegli lasāma ir tikai viena lapa, nevis visa vietne.",
                    "Only one page is written in easy language, not the whole site.",
                ),
                (
                    "Lejupielādējamo failu pieejamība ar ekrāna lasītāju vēl nav pārbaudīta.",
                    "The files for download have not yet been tested with a screen reader.",
                ),
                (
                    "Ja rakstā ir video no ārpuses, tā subtitri nav mūsu ziņā.",
                    "Where an article shows a video from elsewhere, its subtitles are not in our hands.",
                ),
            ),
        ],
        "alternatives": [
            p(
                "Ja kaut ko nevarat izlasīt vai atvērt, piezvaniet pa tālruni 25418113. Izlasīsim priekšā, atsūtīsim citā formātā vai izstāstīsim.",
                "If there is something you cannot read or open, call 25418113. We will read it to you, send it in another format, or explain it.",
            ),
            p(
                'Īsais stāsts par vietni ir lapā <a href="page:easy-to-read">Viegli lasīt</a>.',
                'There is a short account of the site in <a href="page:easy-to-read">easy language</a>.',
            ),
        ],
        "feedback": [
            p(
                'Kaut kas traucē? Pasakiet, kurā lapā un ar kādu ierīci. Tālrunis un citi ceļi ir lapā <a href="page:contacts">Kontakti</a>.',
                'Is something in your way? Tell us which page and which device. The phone number and other ways are on the page <a href="page:contacts">Contacts</a>.',
            ),
        ],
        "enforcement": [
            p(
                'Ja mūsu atbilde nepalīdz vai atbildes nav, varat vērsties pie <a href="https://www.tiesibsargs.lv">Latvijas Republikas tiesībsarga</a>.',
                'If our answer does not help, or does not come, you can turn to the <a href="https://www.tiesibsargs.lv">Ombudsman of the Republic of Latvia</a>.',
            ),
        ],
    },
    facts={"conformance": "partial", "method": "self", "prepared_on": -14, "assessed_on": -15},
)

PRIVACY = Page(
    key="privacy",
    model="StandardPage",
    title=("Privātums un sīkdatnes", "Privacy and cookies"),
    slug=("privatums", "privacy"),
    texts={
        "intro": (
            "Lasot šo vietni, jūs nesaņemat nevienu sīkdatni, un neviens cits neuzzina, ko lasāt.",
            "Reading this site gives you no cookies, and nobody else learns what you read.",
        ),
    },
    body=[
        h2("Kas atbild par datiem", "Who is responsible"),
        p(
            'Pārzinis ir biedrība “Partnerība “Daugavkrasts””. Kā mūs sasniegt, rakstīts lapā <a href="page:contacts">Kontakti</a>.',
            'The controller is the association “Partnerība “Daugavkrasts””. How to reach it is written under <a href="page:contacts">Contacts</a>.',
        ),
        h2("Ja jūs tikai lasāt", "If you only read"),
        ul(
            (
                "Sīkdatņu nav. Tāpēc nav arī loga, kas par tām jautā.",
                "There are no cookies, and so there is no window asking about them.",
            ),
            (
                "Izvēlētais teksta izmērs un kontrasts paliek jūsu ierīcē. Mums to neviens neatsūta. Notīriet pārlūka datus, un tas pazudīs.",
                "The text size and contrast you choose stay on your device. They are not sent to us. Clear your browser’s data and they are gone.",
            ),
            (
                "Apmeklētājus neskaitām ar citu rīkiem; reklāmu nav.",
                "We use nobody’s tools to count visitors, and there are no advertisements.",
            ),
            (
                "Kopienu un organizāciju lapām pa dienām saskaitām, cik reižu tās atvērtas. Paliek skaitlis; par to, kas atvēra, nepaliek nekas. To redz tie, kam lapa pieder.",
                "Of the pages of communities and organisations we count, day by day, how often they are opened. A number stays; of who opened them nothing does. Those whose page it is see it.",
            ),
            (
                "Burti, attēli un skripti nāk no šīs pašas vietnes. Citiem serveriem jūsu pārlūks neko neprasa.",
                "Letters, pictures and scripts come from this site itself. Your browser asks no other server for anything.",
            ),
        ),
        h2("Ja kaut ko mums pasakāt", "If you tell us something"),
        p(
            "Ja pie kādas lapas uzrakstāt, ka kaut kas nav pareizi, jūsu vārdus izlasa tie, kam lapa pieder, un pēc dažām dienām mūsu darbinieki. Adresi, ja to atstājat, viņi neredz: mēs uz to pateicamies vienu reizi un to izdzēšam mēneša laikā. Jūsu vārdus izdzēšam pēc gada.",
            "If you write beside a page that something is not right, those whose page it is read it, and after some days our staff. They do not see the address you may leave: we thank you by it once and erase it within a month. What you wrote is erased after a year.",
        ),
        h2("Video", "Videos"),
        p(
            "Ja rakstā ir video, redzat tikai attēlu un pogu. Kamēr pogu nenospiežat, YouTube vai Vimeo par jums neko nezina. Nospiežot jūs skatāties viņu atskaņotāju, un tad spēkā ir viņu noteikumi.",
            "Where an article has a video, you see only a picture and a button. Until you press it, YouTube or Vimeo know nothing of you. Once you do, you are watching their player, under their rules.",
        ),
        h2("Žurnāls", "The log"),
        p(
            "Par katru pieprasījumu žurnālā paliek laiks, lapas veids un tas, vai tā atvērās. Jūsu adreses un meklētie vārdi tur nenonāk.",
            "For each request the site’s log keeps the time, the kind of page and whether it opened. Your address and the words you searched for are not in it.",
        ),
        h2("Ja jūs te strādājat", "If you work here"),
        p(
            "Redaktoriem un moderatoriem ir konts: vārds, e-pasts un parole, ko glabājam tā, ka to neredzam pat mēs. Ieejot ierīcē nonāk sīkdatne, kas atceras, ka esat iekšā; izejot tā vairs neder. Pie rakstiem paliek ieraksts, kurš un kad ko mainījis.",
            "Editors and moderators have an account: a name, an email address and a password, stored so that even we cannot see it. Signing in sets a cookie that remembers you are in; signing out ends it. Articles keep a record of who changed what, and when.",
        ),
        h2("Ja par jums te ir rakstīts", "If we write about you"),
        p(
            "Cilvēku vārdus un tālruņus glabājam vienā sarakstā, atsevišķi no rakstiem. Palūdziet, un izlabosim vai izdzēsīsim.",
            "People’s names and phone numbers are kept in one list, apart from the articles. Ask, and we will correct or delete yours.",
        ),
        h2("Jūsu tiesības", "Your rights"),
        p(
            'Jūs varat uzzināt, kas par jums ir, to izlabot, izdzēst vai iebilst. Ja domājat, ka rīkojamies nepareizi, varat sūdzēties <a href="https://www.dvi.gov.lv">Datu valsts inspekcijai</a>.',
            'You may learn what we hold about you, have it corrected or deleted, or object. If you think we are doing wrong, you may complain to the <a href="https://www.dvi.gov.lv">Data State Inspectorate</a>.',
        ),
    ],
)

EASY = Page(
    key="easy-to-read",
    model="StandardPage",
    title=("Viegli lasīt", "Easy to read"),
    slug=("viegli-lasit", "easy-to-read"),
    facts={"easy_to_read": True},
    body=[
        h2("Kas ir šī vietne?", "What is this website?"),
        p("Šī ir vietne internetā.", "This is a website."),
        p("Tā stāsta par Ķekavas novadu.", "It is about Ķekava municipality."),
        p("Novads ir pilsētas un ciemi kopā.", "A municipality is towns and villages together."),
        p("Ķekavas novads ir netālu no Rīgas.", "Ķekava municipality is in Latvia, near Riga."),
        h2("Ko te var uzzināt?", "What can you learn here?"),
        p("Novadā ir daudz kopienu.", "There are many communities in Ķekava."),
        p("<b>Kopiena</b> ir cilvēki, kas kaut ko dara kopā.", "A <b>community</b> is people who do things together."),
        p("Viņi kopj upes krastu.", "They look after the river."),
        p("Viņi dzied vai ada.", "They sing or knit."),
        p("Viņi palīdz kaimiņiem.", "They help their neighbours."),
        p("Novadā ir arī biedrības.", "There are also associations."),
        p("<b>Biedrība</b> ir kopiena ar dokumentiem.", "An <b>association</b> is a group with official papers."),
        p(
            'Par viņiem var lasīt <a href="page:news">jaunumos</a>.',
            'You can read about them in the <a href="page:news">news</a>.',
        ),
        h2("Vai es varu piedalīties?", "Can I take part?"),
        p("Jā.", "Yes."),
        p("Piedalīties var katrs.", "Everybody can take part."),
        p("Tas neko nemaksā.", "It costs nothing."),
        p("Ja nezināt, kur sākt, zvaniet mums.", "If you do not know where to begin, call us."),
        h2("Kā mums zvanīt?", "How can you call us?"),
        p("Mūsu tālrunis ir <b>25418113</b>.", "Our phone number is <b>25418113</b>."),
        p("Mēs runājam latviski.", "We speak Latvian."),
        p("Varat zvanīt kopā ar kādu, kam uzticaties.", "You can call together with somebody you trust."),
        h2("Kā lasīt lielākus burtus?", "How do you get larger letters?"),
        p("Lapas augšā ir burts A trīs izmēros.", "At the top of the page there is the letter A in three sizes."),
        p("Telefonā vispirms nospiediet “Aa”.", "On a phone, first press “Aa”."),
        p("Tad nospiediet lielāko burtu A.", "Then press the largest A."),
        p("Teksts kļūs lielāks.", "The text becomes larger."),
        p("Blakus ir aplis. Puse no tā ir tumša.", "Beside it is a circle. Half of it is dark."),
        p("Nospiediet to, un burtus redzēs labāk.", "Press it to see the letters better."),
    ],
)

PAGES = [CONTACTS, ACCESSIBILITY, PRIVACY, EASY]
