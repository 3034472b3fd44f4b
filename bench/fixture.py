"""The pages the bars name: an article of 12 blocks (gallery of 8, 3 people, 6 related), a full menu; lists of 1 and 30.

Run by bench.pages in a process of its own: ``python -m bench.fixture``.
"""

import io
import json
import uuid

import django

django.setup()

from django.core.files.images import ImageFile  # noqa: E402
from PIL import Image as PILImage  # noqa: E402
from wagtail.models import Locale, Page, Site  # noqa: E402

from directory.models import Settlement, Topic  # noqa: E402
from home.models import FooterLink, HomePage, Image, Person, SiteSettings, StandardPage  # noqa: E402
from home.pictures import PRESETS  # noqa: E402
from news.models import ArticlePage, Category, NewsIndexPage  # noqa: E402

WORDS = "Kopienas sanāk kopā, lai runātu par to, kas rūp visiem: ceļi, skola, upe un vieta, kur satikties. " * 6


def picture(number: int) -> Image:
    """A picture whose variants are written down as the worker would; nobody encodes during a bench."""
    out = io.BytesIO()
    PILImage.new("RGB", (1600, 1000), (15, 82, 87)).save(out, "JPEG")
    file = ImageFile(io.BytesIO(out.getvalue()), name=f"b{number}.jpg")
    image = Image(title=f"Attēls {number}", description="Cilvēki pie galda", file=file)
    image.variants = {
        name: {
            kind: [
                [w, round(w / (preset.ratio or 1.6)), f"images/{uuid.uuid4().hex[:12]}.{w}.{kind}"]
                for w in preset.widths
            ]
            for kind in ("avif", "webp", "jpeg")
        }
        for name, preset in PRESETS.items()
    }
    image.save()
    return image


def block(kind: str, value) -> dict:
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def shown(image: Image) -> dict:
    return {"image": {"image": image.pk, "decorative": False, "alt_text": "Pie galda"}, "caption": "Saietā"}


def body(images: list[Image], people: list[Person]) -> str:
    text = f"<p>{WORDS}</p><ul><li>viens</li><li>divi</li></ul>"
    gallery = [{"type": "item", "value": shown(image), "id": str(uuid.uuid4())} for image in images[1:9]]
    return json.dumps(
        [
            block("text", text),
            block("heading", {"text": "Ko darījām", "level": "h2"}),
            block("text", text),
            block("image", shown(images[0])),
            block("quote", {"text": "Iepazināmies pie galda.", "attribution": "Dalībniece"}),
            block("gallery", {"title": "Pasākumā", "images": gallery}),
            block(
                "numbered",
                {"items": [{"type": "item", "value": {"text": "<p>Viens</p>", "note": ""}, "id": str(uuid.uuid4())}]},
            ),
            block("text", text),
            *[block("person", {"person": person.pk}) for person in people],
            block(
                "accordion",
                {
                    "items": [
                        {"type": "item", "value": {"title": "Kas?", "text": "<p>Tas.</p>"}, "id": str(uuid.uuid4())}
                    ]
                },
            ),
        ]
    )


def add(parent, page):
    page.locale = parent.locale
    type(parent).objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()
    return page


def build() -> None:
    latvian, _ = Locale.objects.get_or_create(language_code="lv")
    Locale.objects.get_or_create(language_code="en")
    Page.objects.filter(depth=2).delete()
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Sākums", slug="home", locale=latvian))
    home.save_revision().publish()
    Site.objects.all().delete()
    site = Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    config = SiteSettings.objects.create(site=site, site_name={"lv": "Novada NVO platforma"})
    images = [picture(number) for number in range(16)]
    people = [
        Person.objects.create(name=f"Persona {n}", role={"lv": "Lektore"}, photo=images[n], is_sample=True)
        for n in range(3)
    ]
    topic = Topic.objects.create(slug="vide", name={"lv": "Vide", "en": "Environment"})
    place = Settlement.objects.create(slug="kekava", name="Ķekava", locative="Ķekavā", is_main=True)
    category = Category.objects.create(slug="parskats", name={"lv": "Pārskats", "en": "Report"})
    for number in range(6):
        section = add(home, StandardPage(title=f"Sadaļa {number}", slug=f"sadala-{number}", show_in_menus=True))
        for part in range(4):
            add(section, StandardPage(title=f"Daļa {number} {part}", slug=f"dala-{part}", show_in_menus=True))
        FooterLink.objects.create(site_settings=config, page=section, sort_order=number)
    news = add(home, NewsIndexPage(title="Jaunumi", slug="jaunumi", show_in_menus=True))
    few = add(news, NewsIndexPage(title="Stāsti", slug="stasti", show_in_menus=True, shows="story"))
    for number in range(31):
        page = ArticlePage(
            title=f"Raksts {number}",
            slug=f"raksts-{number}",
            lead="Divi teikumi. Par visu.",
            lead_image=images[number % 16],
            category=category,
            kind="story" if number == 30 else "news",
        )
        page.topics, page.settlements = [topic], [place]
        if number == 0:
            page.body = body(images, people)
        add(few if number == 30 else news, page)


if __name__ == "__main__":
    build()
