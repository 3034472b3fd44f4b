"""Organisations that exist. Facts are those that were published of them; the words are ours, and nobody is quoted."""

from cms.demo.content.rows import FACEBOOK, WEBSITE
from cms.demo.parts import h2, p, ul
from cms.demo.profiles import CONTACT_POINT, organisation

PARTNERSHIP = organisation(
    "daugavkrasts",
    "Partnerība “Daugavkrasts”",
    place="kekava",
    covers=("kekava", "baldone", "balozi", "daugmale"),
    topics=("projekti", "macibas", "lidzdaliba"),
    picture="karte-uz-galda",
    summary=(
        "Vietējā rīcības grupa un novada NVO kontaktpunkts. Uztur šo platformu.",
        "The local action group and the municipality’s contact point for NGOs. It runs this platform.",
    ),
    joining=(
        "Biedrībām un kopienām nav jāstājas nekur, lai lūgtu padomu: piezvaniet. Par dalību partnerībā pastāstīsim turpat.",
        "Associations and communities need not join anything to ask for advice: just call. We will tell you about membership too.",
    ),
    body=[
        h2("Ar ko palīdzam", "What we help with"),
        ul(
            ("projekta idejai atrast konkursu un cilvēkus;", "finding a call and people for an idea;"),
            (
                'ar <a href="page:support/advice">padomu</a> par likumiem un grāmatvedību;',
                '<a href="page:support/advice">advice</a> on law and accounting;',
            ),
            (
                "kopienām – sākt, biedrībām – sadzirdēt citai citu.",
                "helping communities to begin, and associations to hear each other.",
            ),
        ),
        p(
            'Kā radās platforma, stāsta lapa <a href="page:about/project">“Projekts”</a>.',
            'How the platform came about is told on the page <a href="page:about/project">“The project”</a>.',
        ),
    ],
    audiences=["all"],
    languages=["lv", "en"],
    open_to_members=True,
    founded=2008,
    website=WEBSITE,
    facebook_url=FACEBOOK,
    related=("udensmalu-attistibai", "baldones-partneriba", "kekavas-novada-pasvaldiba"),
    contacts=(CONTACT_POINT,),
)

WATERSIDES = organisation(
    "udensmalu-attistibai",
    "Ūdensmalu attīstībai",
    place="kekava",
    covers=("kekava", "kazoki"),
    topics=("krasti", "talkas"),
    picture="koku-stadisana",
    summary=(
        "Kopj ūdensmalas pie Misas un Sausās Daugavas: talkas, piekļuve ūdenim, airēšana.",
        "Looks after the banks of the Misa and the Sausā Daugava: clean-ups, ways to the water, rowing.",
    ),
    joining=(
        "Vienkāršākais ceļš ir talka. Kur un kad, lasiet biedrības vietnē.",
        "The simplest way is a clean-up. Where and when is on the association’s website.",
    ),
    body=[
        p(
            "Biedrība sakopusi Kažoku krastu pie Misas un Sudrabgārņa krastu.",
            "The association has put in order the bank at Kažoki on the Misa and the bank named after the heron, Sudrabgārņa krasts.",
        ),
    ],
    founded=2016,
    website="https://udensmalas.lv",
    related=("kazoku-kopiena", "daugavkrasts"),
    contacts=(CONTACT_POINT,),
)

FOREST = organisation(
    "mezinieku-apkaimes-attistibai",
    "Mežinieku apkaimes attīstībai",
    place="mezinieki",
    topics=("vietrade", "darzi", "macibas"),
    picture="stastu-taka",
    summary=(
        "Biedrība, kas palīdz Mežinieku apkaimei kļūt par kopienu: stāstu taka, semināri, kopīga zīme.",
        "The association that helps the neighbourhood of Mežinieki become a community: a story trail, seminars, a sign of its own.",
    ),
    joining=(
        "Par dalību jautājiet biedrībai. Kā to sasniegt, pateiks NVO kontaktpunkts.",
        "Ask the association about joining. The NGO contact point will say how to reach it.",
    ),
    related=("mezinieku-apkaime",),
    contacts=(CONTACT_POINT,),
)

DOLE = organisation(
    "doles-saviesiga-biedriba",
    "Doles Saviesīgā biedrība",
    place="kekava",
    topics=("vesture", "kultura"),
    summary=(
        "Ķekavas biedrība, ap kuru var pulcēties pilsētas kopiena.",
        "An association in Ķekava around which the town’s community may gather.",
    ),
    joining=(
        "Par dalību jautājiet biedrībai. Kā to sasniegt, pateiks NVO kontaktpunkts.",
        "Ask the association about joining. The NGO contact point will say how to reach it.",
    ),
    contacts=(CONTACT_POINT,),
)

BEAR_STREET = organisation(
    "lacu-iela",
    "Lāču iela",
    place="balozi",
    topics=("celi", "kaimini"),
    summary=(
        "Vienas Baložu ielas biedrība. Tās rūpe bija ielas segums; tā ir arī laba atbilde uz jautājumu, cik mazai drīkst būt biedrībai.",
        "An association of a single street in Baloži. Its care was the road surface; it also answers how small an association may be.",
    ),
    joining=(
        "Ja dzīvojat šajā ielā, jautājiet kaimiņiem.",
        "If you live in this street, ask your neighbours.",
    ),
    contacts=(CONTACT_POINT,),
)

MISSION = organisation(
    "ramavas-muizas-misijas-centrs",
    "Rāmavas muižas misijas centrs",
    place="ramava",
    topics=("vesture", "kaimini"),
    summary=(
        "Biedrība Rāmavā, kas rūpējusies par apgaismojumu Depkina muižas parkā.",
        "An association in Rāmava that has seen to lighting in the park of the Depkin manor.",
    ),
    joining=(
        "Par dalību jautājiet biedrībai. Kā to sasniegt, pateiks NVO kontaktpunkts.",
        "Ask the association about joining. The NGO contact point will say how to reach it.",
    ),
    related=("ramavas-parka-draugi",),
    contacts=(CONTACT_POINT,),
)

COMFORT = organisation(
    "ertums",
    "DzĪKS “Ērtums”",
    sort="cooperative",
    place="krustkalni",
    topics=("pagalmi",),
    summary=(
        "Dzīvokļu īpašnieku kooperatīvs Krustkalnos, kas kopīgiem spēkiem sakārtojis pagalmu.",
        "A housing cooperative in Krustkalni that has put its courtyard in order together.",
    ),
    joining=(
        "Kooperatīvā ir tie, kam šeit ir dzīvoklis. Par pagalmu var jautāt jebkurš kaimiņš.",
        "Its members own flats here. Any neighbour may ask about the courtyard.",
    ),
    contacts=(CONTACT_POINT,),
)

CHARITY = organisation(
    "kekavas-novada-fonds",
    "Ķekavas novada fonds",
    place="kekava",
    topics=("projekti", "kaiminu-palidziba"),
    summary=(
        "Biedrība, kas rīko labdarības balli un izsludina konkursu “Savam novadam”.",
        "An association that holds a charity ball and runs the call “Savam novadam” (“For our municipality”).",
    ),
    joining=(
        "Par konkursu un ziedošanu jautājiet biedrībai. Kā to sasniegt, pateiks NVO kontaktpunkts.",
        "Ask the association about the call and about giving. The NGO contact point will say how to reach it.",
    ),
    contacts=(CONTACT_POINT,),
)

BALDONE = organisation(
    "baldones-partneriba",
    "Baldones partnerība",
    place="baldone",
    topics=("projekti", "lidzdaliba"),
    summary="Baldones biedrība, viena no tām, ar ko “Daugavkrasts” gatavojies LEADER periodam.",
    joining="Par dalību jautājiet biedrībai. Kā to sasniegt, pateiks NVO kontaktpunkts.",
    related=("daugavkrasts",),
    contacts=(CONTACT_POINT,),
)


def council(slug: str, title: str, place: str, where: tuple[str, str], **rest):
    """A residents' council: what is known of all three is the same."""
    return organisation(
        slug,
        title,
        sort="council",
        place=place,
        topics=("iedzivotaju-padomes",),
        founded=2026,
        related=("kekavas-novada-pasvaldiba",),
        summary=(
            f"Iedzīvotāju padome {where[0]}. Pirmā sēde notika 2026. gada janvārī.",
            f"The residents’ council of {where[1]}. It first sat in January 2026.",
        ),
        joining=(
            "Par apkaimes lietām runājiet ar padomi; kad un kur tā sēž, paziņo pašvaldība.",
            "Bring the neighbourhood’s matters to the council; the municipality announces when and where it sits.",
        ),
        **rest,
    )


COUNCILS = [
    council(
        "baldones-padome",
        "Baldones apkaimes iedzīvotāju padome",
        "baldone",
        ("Baldonē", "Baldone"),
        picture="tirgus-laukums",
    ),
    council("dzerumu-padome", "Dzērumu apkaimes iedzīvotāju padome", "dzerumi", ("Dzērumos", "Dzērumi")),
    council("jaunsila-padome", "Jaunsila apkaimes iedzīvotāju padome", "jaunsils", ("Jaunsilā", "Jaunsils")),
]

MUNICIPALITY = organisation(
    "kekavas-novada-pasvaldiba",
    "Ķekavas novada pašvaldība",
    sort="municipality",
    place="kekava",
    covers=("kekava", "baldone", "balozi", "daugmale"),
    topics=("lidzdaliba", "lidzdalibas-budzets", "iedzivotaju-padomes"),
    summary=(
        "Vietējā vara, ar kuru kopienas un biedrības runā par ceļiem, telpām, naudu un noteikumiem.",
        "Local government: whom communities and associations talk to about roads, rooms, money and rules.",
    ),
    joining=(
        "Piedalīties var domes sēdēs, publiskajās apspriešanās un iedzīvotāju padomēs.",
        "Residents can take part in council meetings, public consultations and residents’ councils.",
    ),
    languages=["lv"],
    website="https://kekava.lv",
    related=("baldones-padome", "dzerumu-padome", "jaunsila-padome"),
)

RURAL_SUPPORT = organisation(
    "lauku-atbalsta-dienests",
    "Lauku atbalsta dienests",
    sort="funder",
    place="",
    precision="hidden",
    topics=("projekti",),
    picture="rekini-un-kalkulators",
    summary=(
        "Valsts iestāde, caur kuru līdz vietējiem projektiem nonāk LEADER nauda.",
        "The state agency through which LEADER money reaches local projects.",
    ),
    joining=(
        "Sāciet ar “Daugavkrastu”: partnerība palīdz saprast, kurai rīcībai ideja der.",
        "Begin with “Daugavkrasts”: the partnership helps to see which measure suits an idea.",
    ),
    website="https://www.lad.gov.lv",
    related=("daugavkrasts",),
)

NORWAY = organisation(
    "zalas-attistibas-koledza",
    ("Zaļās attīstības koledža, Norvēģija", "Green Development College, Norway"),
    sort="partner",
    country="NO",
    place="",
    precision="hidden",
    topics=("macibas", "komanda"),
    picture="fjords-un-upe",
    summary=(
        "Sadarbības partneri: divos semināros stāstīja par kopradi un brīvprātīgo darbu.",
        "Partners who spoke in two seminars about co-creation and voluntary work.",
    ),
    joining=(
        "Ja gribat turpināt sarunu ar norvēģu kolēģiem, sāciet ar NVO kontaktpunktu.",
        "To go on talking with the Norwegian colleagues, begin with the NGO contact point.",
    ),
    body=[
        p(
            'Lasiet: <a href="page:news/norway">“Koprade: plāns, kas vēl nav gatavs”</a>.',
            'Read: <a href="page:news/norway">“Co-creation: a plan that is not finished yet”</a>.',
        ),
    ],
    languages=["en"],
    related=("daugavkrasts",),
    contacts=(CONTACT_POINT,),
)

PAGES = [
    PARTNERSHIP, WATERSIDES, FOREST, DOLE, BEAR_STREET, MISSION, COMFORT, CHARITY, BALDONE, *COUNCILS, MUNICIPALITY,
    RURAL_SUPPORT, NORWAY,
]  # fmt: skip
