"""Rows beside the pages: site settings, topics, categories, people, the funder and the project."""

import datetime
from decimal import Decimal

SETTINGS = {
    "site_name": ("Ķekavas novada NVO sadarbības platforma", "Ķekava Municipality NGO Platform"),
    "place_name": ("Ķekavas novads", "Ķekava municipality, Latvia"),
    "tagline": (
        "Vieta, kur satiekas novada kopienas, biedrības un pašvaldība",
        "Where the communities, NGOs and local government of Ķekava meet",
    ),
    "about": (
        "Vieta, kur satiekas novada kopienas, biedrības un pašvaldība. To uztur biedrība “Partnerība “Daugavkrasts””.",
        "A meeting place for the communities, associations and local government of Ķekava municipality. "
        "It is run by the association “Partnerība “Daugavkrasts””.",
    ),
    "organisation": ("Biedrība “Partnerība “Daugavkrasts””", "The association “Partnerība “Daugavkrasts””"),
    "asking_title": ("Kur jūs dzīvojat?", "Where do you live?"),
    "asking_lead": (
        "Nosauciet savu ciemu vai pilsētu, un parādīsim, kas tur notiek.",
        "Name your village or town, and we will show you what is going on there.",
    ),
    "join_title": ("Vai jūsu kopiena te jau ir?", "Is your community here yet?"),
    "join_lead": (
        "Pietiek ar diviem cilvēkiem un vietu, kas rūp. Reģistrācijas numurs nav vajadzīgs.",
        "Two people and a place they care about are enough. You do not need a registration number.",
    ),
    "map_credit": (
        "Apdzīvoto vietu dati: OpenStreetMap dalībnieki (ODbL), GeoNames (CC BY 4.0). Attēli ir ilustrācijas.",
        "Towns and villages: © OpenStreetMap contributors (ODbL), GeoNames (CC BY 4.0). The pictures are illustrations.",
    ),
}
# The office number and addresses that the partnership itself publishes for enquiries.
PHONE = "25418113"
WEBSITE = "https://www.daugavkrasts.lv"
FACEBOOK = "https://www.facebook.com/partneribadaugavkrasts"

# slug, Latvian, English, icon, then the second level: slug, Latvian, English
TOPICS = [
    ("daba", "Daba un ūdeņi", "Nature and waters", "leaf", [
        ("krasti", "Upju un ezeru krasti", "River and lake shores"),
        ("darzi", "Dārzi un permakultūra", "Gardens and permaculture"),
        ("talkas", "Talkas", "Clean-ups"),
    ]),
    ("kultura", "Kultūra un mantojums", "Culture and heritage", "music", [
        ("kori-un-teatris", "Kori, dejas un teātris", "Choirs, dance and theatre"),
        ("vesture", "Vietējā vēsture", "Local history"),
        ("amati", "Amati un rokdarbi", "Crafts"),
    ]),
    ("kaimini", "Kaimiņi un pagalmi", "Neighbours and courtyards", "home", [
        ("pagalmi", "Pagalmi un rotaļlaukumi", "Courtyards and playgrounds"),
        ("celi", "Ceļi un satiksme", "Roads and transport"),
        ("kaiminu-palidziba", "Kaimiņu palīdzība", "Neighbourly help"),
    ]),
    ("paaudzes", "Paaudzes", "Generations", "people", [
        ("jauniesi", "Jaunieši", "Young people"),
        ("gimenes", "Ģimenes ar bērniem", "Families with children"),
        ("seniori", "Seniori", "Older people"),
    ]),
    ("lidzdaliba", "Līdzdalība", "Participation", "speech", [
        ("lidzdalibas-budzets", "Līdzdalības budžets", "Participatory budget"),
        ("iedzivotaju-padomes", "Iedzīvotāju padomes", "Residents’ councils"),
        ("vietrade", "Vietrade", "Placemaking"),
    ]),
    ("nvo-ikdiena", "NVO ikdiena", "Running an NGO", "folder", [
        ("projekti", "Projekti un finansējums", "Projects and funding"),
        ("gramatvediba", "Grāmatvedība un likumi", "Accounting and law"),
        ("komanda", "Komanda un brīvprātīgie", "Teams and volunteers"),
        ("macibas", "Mācības", "Learning"),
    ]),
]  # fmt: skip

CATEGORIES = [
    ("parskats", "Pārskats", "Report"),
    ("kopienas", "Kopienās", "In the communities"),
    ("padome", "Padome", "Council"),
    ("telpas", "Telpas", "Rooms"),
    ("izsludinajumi", "Izsludinājumi", "Calls"),
    ("platforma", "Platforma", "The platform"),
]

# key: name, role, organisation, phone, hours, is it invented
PEOPLE = {
    "office": ("Aiga Smiltāne", ("administratīvā vadītāja", "administrative manager"), "Biedrība “Partnerība “Daugavkrasts””", PHONE, None, False),
    "editor": ("Ilze Paraugupe", ("platformas redaktore", "editor of the platform"), "", "", None, True),
    "projects": ("Marta Paraugkalne", ("padoms par projektiem", "advice on projects"), "", "", ("otrdienās 10.00–12.00", "Tuesdays, 10:00–12:00"), True),
    "accounting": ("Oskars Paraugs", ("padoms par grāmatvedību", "advice on accounting"), "", "", ("pēc vienošanās", "by appointment"), True),
    "weaver": ("Līga Paraudziņa", ("Daugmales rokdarbnieču balss", "spokeswoman for the Daugmale craft circle"), "", "", None, True),
}  # fmt: skip

FUNDER = {"name": ("Aktīvo iedzīvotāju fonds", "Active Citizens Fund")}

PROJECT = {
    "title": (
        "NVO sadarbības platformas attīstība novadā",
        "Developing the NGO cooperation platform in the municipality",
    ),
    "number": "AIF/2022/KAPAC2/104",
    "starts": datetime.date(2022, 9, 1),
    "ends": datetime.date(2023, 8, 31),
    "total": Decimal("19998.58"),
    "implementer": ("Biedrība “Partnerība “Daugavkrasts””", "The association “Partnerība “Daugavkrasts””"),
    "aim": (
        "Mērķis: izveidot NVO kontaktpunkta platformu, kurā Ķekavas novada biedrībām un kopienām ir viegli sadarboties, sazināties un augt.",
        "Aim: to build the NGO contact point’s platform, so that associations and communities in Ķekava municipality "
        "find it easy to work together, keep in touch and grow.",
    ),
}
