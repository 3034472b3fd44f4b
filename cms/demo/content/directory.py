"""The section “Kopienas un NVO”: its own pages, then everybody in it."""

from cms.demo.content import communities, interests, invented, organisations, rooms
from cms.demo.parts import Page

DIRECTORY = Page(
    key="directory",
    model="DirectoryPage",
    title=("Kopienas un NVO", "Communities and NGOs"),
    slug=("kopienas", "communities"),
    in_menu=True,
    texts={
        "intro": (
            "Kas novadā ko dara un kā pievienoties. Saraksts un karte rāda vienu un to pašu.",
            "Who does what in the municipality, and how to join in. List and map show the same.",
        ),
    },
)

SETTLEMENTS = Page(
    key="directory/settlements",
    model="SettlementsPage",
    title=("Apdzīvotās vietas", "Towns and villages"),
    slug=("apdzivotas-vietas", "towns-and-villages"),
    in_menu=True,
    texts={
        "intro": (
            "Izvēlieties savu pilsētu vai ciemu. Te ir tās vietas, par kurām jau ir ko pastāstīt.",
            "Choose your town or village. Here are those that already have something to tell.",
        ),
    },
)

ROOMS = Page(
    key="directory/rooms",
    model="VenuesPage",
    title=("Telpas", "Rooms"),
    slug=("telpas", "rooms"),
    in_menu=True,
    texts={
        "intro": (
            "Kur sanākt: cik krēslu, vai ir virtuve, vai var iebraukt ar ratiņiem un cik tas maksā.",
            "Where to meet: how many chairs, whether there is a kitchen, whether wheels get in, and what it costs.",
        ),
    },
)

NOTICES = Page(
    key="directory/notices",
    model="NoticesPage",
    title=("Meklē un piedāvā", "Wanted and offered"),
    slug=("mekle-un-piedava", "wanted-and-offered"),
    in_menu=True,
    texts={
        "intro": (
            "Dēļi, basi, telpas un divas brīvas stundas: ko kopienas meklē un ko var dot.",
            "Planks, basses, rooms and two free hours: what communities look for and what they can give.",
        ),
    },
)

# The home page shows those first that were published last.
PROFILES = [*invented.PAGES, *interests.PAGES, *organisations.PAGES, *communities.PAGES]
PAGES = [DIRECTORY, SETTLEMENTS, ROOMS, NOTICES, *PROFILES, *rooms.PAGES]
