"""Rooms. The houses exist, and so do their names; seats, prices, equipment and hours are invented, so all are samples.

A point is where we put it, near the middle of the settlement; the houses' own coordinates are not in our sources.
"""

from cms.demo.profiles import venue

KATLAKALNS = venue(
    "katlakalna-tautas-nams",
    "Katlakalna Tautas nams",
    place="katlakalns",
    is_sample=True,
    picture="tautas-nams",
    point=(24.1838, 56.8743),
    address="Pļavniekkalna iela 35, Katlakalns",
    summary=(
        "Liela zāle ar skatuvi un maza istaba divpadsmit cilvēkiem, kurā labi strīdēties.",
        "A large hall with a stage, and a small room for twelve that is good for arguing in.",
    ),
    booking=(
        "Piezvaniet vismaz nedēļu iepriekš un pasakiet, cik krēslu vajag. Atslēgu iedod dežurante.",
        "Call at least a week ahead and say how many chairs you need. The caretaker hands out the key.",
    ),
    price=("Novada kopienām bez maksas līdz plkst. 22.00.", "Free for local communities until 22:00."),
    access_note=(
        "Pie ieejas uzbrauktuve, tualete pirmajā stāvā.",
        "A ramp at the entrance, the toilet on the ground floor.",
    ),
    seats=180,
    is_free=True,
    equipment=["projector", "sound", "kitchen", "wifi", "stage", "tables", "yard"],
    access=["step-free", "toilet", "parking", "bus"],
    phone="+371 00 000 041",
)

RAMAVA = venue(
    "ramavas-muiza",
    "Rāmavas muiža",
    place="ramava",
    is_sample=True,
    picture="muiza-parka",
    point=(24.1609, 56.8856),
    summary=(
        "Muižas zāle ar augstiem logiem: konferencei, kāzām vai karstai sarunai par ciema nākotni.",
        "A manor hall with tall windows, for a conference, a wedding or a heated talk on the future of a village.",
    ),
    booking=(
        "Rakstiet mēnesi iepriekš. Pirms pirmās reizes ieradieties apskatīt telpu dienas gaismā.",
        "Write a month ahead. Before your first time, come and see the room by daylight.",
    ),
    price=("40 eiro stundā, biedrībām puse.", "€40 an hour, half for associations."),
    seats=120,
    equipment=["projector", "sound", "wifi", "tables", "yard"],
    access=["parking", "bus"],
    phone="+371 00 000 047",
)

DOLE = venue(
    "doles-tautas-nams",
    "Doles Tautas nams",
    place="kekava",
    is_sample=True,
    picture="ziemas-vakars",
    point=(24.2361, 56.8287),
    summary=(
        "Zāle Ķekavas centrā, kurā dejo, balso un svin. Otrajā stāvā ir mēģinājumu telpa ar spoguli.",
        "A hall in the middle of Ķekava for dancing, voting and feasting. Upstairs is a rehearsal room with a mirror.",
    ),
    booking=(
        "Zvaniet darbdienās no 10 līdz 16. Brīvie vakari parasti ir pirmdienās.",
        "Call on weekdays between 10 and 16. The free evenings are usually Mondays.",
    ),
    price=(
        "Kopienām divas stundas mēnesī bez maksas, pēc tam 15 eiro stundā.",
        "Two hours a month free for communities, then €15 an hour.",
    ),
    access_note=("Lifta uz otro stāvu nav.", "There is no lift to the upper floor."),
    seats=250,
    is_free=True,
    equipment=["projector", "sound", "wifi", "stage", "tables"],
    access=["step-free", "toilet", "loop", "bus"],
    phone="+371 00 000 042",
)

INITIATIVES = venue(
    "jauno-iniciativu-centrs",
    "Ķekavas novada Jauno iniciatīvu centrs",
    place="kekava",
    is_sample=True,
    picture="pie-galda",
    point=(24.2398, 56.8249),
    summary=(
        "Apaļi galdi, balta siena un kafijas automāts, kas dažreiz strādā. Vieta, kur 2022. gadā notika pirmais NVO saiets.",
        "Round tables, a white wall and a coffee machine that sometimes works. The first NGO gathering took place here in 2022.",
    ),
    booking=(
        "Ierakstieties kalendārā pie durvīm vai piezvaniet. Jauniešiem priekšroka piektdienās.",
        "Put your name in the calendar by the door, or call. Fridays are for the young first.",
    ),
    price=("Bez maksas.", "Free of charge."),
    seats=60,
    is_free=True,
    equipment=["projector", "wifi", "kitchen", "tables"],
    access=["step-free", "toilet", "parking", "bus"],
    phone="+371 00 000 043",
)

BALOZI = venue(
    "balozu-kulturas-nams",
    "Baložu kultūras nams",
    place="balozi",
    is_sample=True,
    picture="zale-ar-skatuvi",
    point=(24.1158, 56.8770),
    summary=(
        "Skatuve, aizkars un akustika, ko slavē koristi. Foajē der arī izstādei.",
        "A stage, a curtain, and acoustics that choirs praise. The foyer will do for an exhibition.",
    ),
    booking=(
        "Piesakiet līdz mēneša divdesmitajam; plānu saliekam kopā ar pulciņiem.",
        "Ask by the twentieth of the month; we fit the plan together with the clubs.",
    ),
    price=("10 eiro stundā, izmēģinājuma reize bez maksas.", "€10 an hour, a first try free."),
    seats=200,
    equipment=["sound", "stage", "tables", "wifi"],
    access=["step-free", "toilet", "bus"],
    phone="+371 00 000 044",
)

DAUGMALE = venue(
    "daugmales-centrs",
    "Daugmales multifunkcionālais centrs",
    place="daugmale",
    is_sample=True,
    picture="podnieka-ripa",
    point=(24.4172, 56.8207),
    summary=(
        "Zem viena jumta bibliotēka, sporta zāle un darbnīca ar podnieka ripu.",
        "A library, a sports hall and a workshop with a potter’s wheel under one roof.",
    ),
    booking=(
        "Par zāli zvaniet, par darbnīcu ierakstieties burtnīcā bibliotēkā.",
        "Call about the hall; for the workshop, sign the notebook in the library.",
    ),
    price=("Kopienām bez maksas; māls pēc svara.", "Free for communities; clay by weight."),
    seats=80,
    is_free=True,
    equipment=["projector", "kitchen", "wifi", "tables", "yard"],
    access=["step-free", "toilet", "parking", "bus"],
    phone="+371 00 000 045",
)

MERCENDARBE = venue(
    "mercendarbes-muiza",
    "Mercendarbes muiža",
    place="mercendarbe",
    is_sample=True,
    picture="muiza-rudeni",
    point=(24.4332, 56.7661),
    summary=(
        "Baldones muzeja ēka: zāle trīsdesmit klausītājiem un parks, kurā var izlikt galdus.",
        "The house of the Baldone museum: a hall for thirty listeners, and a park where tables can be set out.",
    ),
    booking=(
        "Sarunājiet ar muzeju. Kamēr notiek izstāde, zālē ēst nedrīkst, parkā drīkst.",
        "Arrange it with the museum. No eating in the hall during an exhibition; in the park you may.",
    ),
    seats=30,
    equipment=["projector", "tables", "yard"],
    access=["parking"],
    access_note=(
        "Pie durvīm pieci pakāpieni, turekļi abās pusēs.",
        "Five steps at the door, with rails on both sides.",
    ),
    phone="+371 00 000 046",
)

SHELTER = venue(
    "mezinieku-nojume",
    "Mežinieku nojume",
    place="mezinieki",
    is_sample=True,
    precision="settlement",
    picture="nojume-ar-ugunskuru",
    summary="Jumts, ugunskurs un divi gari galdi meža malā. Elektrības nav, zvaigznes ir.",
    booking="Ierakstiet savu dienu uz dēļa pie takas sākuma. Malku atnesiet paši.",
    price="Bez maksas. Atkritumus vediet mājās.",
    seats=40,
    is_free=True,
    equipment=["tables", "yard"],
)

PAGES = [KATLAKALNS, RAMAVA, DOLE, INITIATIVES, BALOZI, DAUGMALE, MERCENDARBE, SHELTER]
