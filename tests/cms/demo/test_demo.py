"""The demo municipality in the database."""

import json
import re
import stat

import pytest
from django.contrib.auth import get_user_model
from django.contrib.gis.geos import Point
from django.core.management import call_command
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.demo.accounts import DOMAIN
from cms.demo.content import PAGES
from cms.demo.content.directory import PROFILES
from cms.demo.load import home_of_demo, unload
from directory.base_map import base
from directory.models import (
    Claim,
    Contact,
    Freshness,
    Invitation,
    Listing,
    Membership,
    Notice,
    Profile,
    Resident,
    Settlement,
)
from directory.settlements import in_use
from directory.vocabulary import Mode
from events.models import Registration
from home.models import Image, OutboxMessage, Person, SiteSettings
from news.models import ArticlePage
from tests.cms.demo.conftest import OLDER
from tests.cms.demo.test_directory import RESERVED_PHONE, VENUES, metres, rivers

TRANSLATED = [page for page in PAGES if page.has_english]


def get(path):
    return Client(HTTP_HOST="localhost").get(path)


def page_of(page, language):
    return WagtailPage.objects.get(translation_key=page.translation_key, locale__language_code=language).specific


def links(html: str) -> set[str]:
    found = {link.split("#")[0].split("?")[0] for link in re.findall(r'href="(/[^"]*)"', html)}
    return {link for link in found if link and not link.startswith(("/static/", "/media/", "/admin/", "/documents/"))}


def test_loading_again_changes_nothing(demo, accounts_file, capsys):
    before = (WagtailPage.objects.count(), accounts_file.read_text(), demo.latest_revision_created_at)
    call_command("load_demo", accounts=accounts_file)
    assert "nothing was changed" in capsys.readouterr().out
    assert (WagtailPage.objects.count(), accounts_file.read_text(), home_of_demo().latest_revision_created_at) == before


def test_reset_takes_the_older_demo_away(demo):
    assert not WagtailPage.objects.filter(title=OLDER).exists()
    unload()
    assert WagtailPage.objects.filter(depth__gt=1).count() == 0
    assert (Image.objects.count(), StringTranslation.objects.count(), Profile.objects.count()) == (0, 0, 0)


def test_accounts_are_kept_from_others_and_work(demo, accounts_file):
    assert stat.S_IMODE(accounts_file.stat().st_mode) == 0o600
    lines = [line.split() for line in accounts_file.read_text().splitlines()]
    assert [email for _role, email, _password in lines] == [
        f"{name}@{DOMAIN}" for name in ("admin", "moderator", "editor", "owner", "two-pages", "member")
    ]
    assert DOMAIN.endswith((".example", ".test"))
    for _role, email, password in lines:
        user = get_user_model().objects.get(email=email)
        assert user.check_password(password)
        is_member = Membership.objects.filter(user=user).exists()
        assert user.has_perm("wagtailadmin.access_admin") != is_member
        groups = 0 if is_member or email.startswith("admin") else 1
        assert (user.is_superuser, user.groups.count()) == (email.startswith("admin"), groups)


def test_members_have_one_page_two_pages_and_a_part_in_one(demo):
    roles = {
        name: sorted(Membership.objects.filter(user__email=f"{name}@{DOMAIN}").values_list("role", flat=True))
        for name in ("owner", "two-pages", "member")
    }
    assert roles == {"owner": ["owner"], "two-pages": ["owner", "owner"], "member": ["editor"]}
    assert Claim.objects.filter(state="open").count() == Invitation.objects.open().count() == 1
    assert Resident.objects.confirmed().count() == 3


def test_no_address_is_real(demo):
    """The only mails are those about places, to people who do not exist."""
    assert OutboxMessage.objects.exists()
    assert not OutboxMessage.objects.exclude(recipient__endswith=f"@{DOMAIN}").exists()
    assert not Registration.objects.exclude(email="").exclude(email__endswith=f"@{DOMAIN}").exists()
    assert not Registration.objects.exclude(phone="").exclude(phone__startswith="+371 00 ").exists()
    assert not Person.objects.exclude(email="").exists()
    assert not SiteSettings.objects.exclude(email="").exists()
    assert not get_user_model().objects.exclude(email__endswith=f"@{DOMAIN}").exists()


def test_people_are_samples_but_for_the_office(demo):
    assert list(Person.objects.filter(is_sample=False).values_list("phone", flat=True)) == ["25418113"]


@pytest.mark.parametrize("page", TRANSLATED, ids=lambda page: page.key or "home")
def test_english_page_is_complete(demo, page):
    english = page_of(page, "en")
    assert english.live and english.alias_of_id is None
    for name, value in page.write("en", Nothing()).items():
        if isinstance(value, list):
            assert without_numbers(list(getattr(english, name).raw_data)) == without_numbers(value)
        else:
            assert without_numbers(getattr(english, name)) == without_numbers(value)
    translation = Translation.objects.get(source__object_id=page.translation_key)
    total, done = translation.get_progress()
    assert total == done > 0


class Nothing:
    """Answers every reference with 0."""

    def __getattr__(self, kind):
        return lambda key: 0


def without_numbers(value):
    """Raw data without primary keys, which the other language or another database has different."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, default=list)
    text = re.sub(r'"(image|page|document|person|picture|place|project|thing)": (\d+|null)', r'"\1": 0', text)
    return re.sub(r'id=\\"\d+\\"( linktype=\\"page\\")?|linktype=\\"page\\" ?', "", text).replace("<a  ", "<a ")


def test_no_address_was_left_behind(demo):
    assert not Redirect.objects.exists()


def test_latvian_only_pages_have_no_english_twin(demo):
    only = [page for page in PAGES if not page.has_english]
    assert len(only) >= 2
    assert not WagtailPage.objects.filter(
        translation_key__in=[page.translation_key for page in only], locale__language_code="en"
    ).exists()


def test_translation_can_be_synchronised_again(demo):
    page = page_of(next(page for page in PAGES if page.key == "take-part/join"), "lv")
    page.intro = "Jauns ievads."
    page.save_revision().publish()
    source = TranslationSource.objects.get_for_instance(page)
    source.update_from_db()
    source.translations.get(target_locale=Locale.objects.get(language_code="en")).save_target(publish=False)
    english = page_of(
        next(page for page in PAGES if page.key == "take-part/join"), "en"
    ).get_latest_revision_as_object()
    assert (english.title, english.intro) == ("Join us", "Jauns ievads.")


def test_buttons_of_english_pages_lead_to_english_pages(demo):
    for page in TRANSLATED:
        english = page_of(page, "en")
        for block in getattr(english, "body", []):
            if block.block_type == "call_to_action" and block.value["page"]:
                assert block.value["page"].locale.language_code == "en"


def test_recent_articles_are_samples(demo):
    for article in ArticlePage.objects.filter(locale__language_code="lv"):
        assert article.is_sample == (article.published_on.year > 2024)


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_everything_linked_leads_somewhere(answer, path):
    todo, seen, broken = {path}, set(), []
    while todo:
        link = todo.pop()
        seen.add(link)
        found = answer(link)
        if found.status_code not in (200, 301, 302):
            broken.append((link, found.status_code))
        if found.status_code == 200 and "html" in found["Content-Type"]:
            todo |= {one for one in links(found.content.decode()) if one.startswith(path)} - seen
    assert broken == []
    assert len(seen) >= len(TRANSLATED)


def test_menu_is_whole_in_both_languages(demo):
    expected = {
        "/": ("Kopienas un NVO", "Apdzīvotās vietas", "Telpas", "Meklē un piedāvā", "Atbalsts NVO", "Līdzdalība", "Jaunumi"),
        "/en/": ("Communities and NGOs", "Towns and villages", "Rooms", "Wanted and offered", "Support for NGOs", "Take part", "News"),
    }  # fmt: skip
    for path, titles in expected.items():
        menu = get(path).content.decode().partition('id="menu"')[2].partition("</nav>")[0]
        found = re.findall(r">\s*([^<>]+?)\s*</a>", menu)
        assert [title for title in found if title in titles] == list(titles)


def test_sample_is_marked_for_readers(demo):
    sample = page_of(next(page for page in PAGES if page.key == "news/pottery"), "lv")
    real = page_of(next(page for page in PAGES if page.key == "news/fourteen"), "lv")
    assert "tag--sample" in get(sample.get_url()).content.decode()
    assert "tag--sample" not in get(real.get_url()).content.decode()


def test_first_settlements_to_choose_have_news(demo):
    for settlement in Settlement.objects.filter(is_main=True):
        assert settlement.articles.exists(), settlement.name


def address(key: str, language="lv") -> str:
    return page_of(next(page for page in PAGES if page.key == key), language).get_url()


def test_profiles_stand_in_every_stage_of_freshness(demo):
    stages = Freshness.objects.values_list("stage", flat=True)
    assert set(stages) == set(Freshness.Stage.values)
    assert [Freshness.objects.filter(stage=stage).count() for stage in ("archived", "stale")] == [1, 2]


def test_directory_lists_everybody_in_both_languages(demo):
    off = [page for page in PROFILES if not page_of(page, "lv").live]  # what nobody confirmed is archived
    assert [page.translation_key for page in off] == list(
        Freshness.objects.filter(stage="archived").values_list("profile", flat=True)
    )
    shown = [page for page in (*PROFILES, *VENUES) if page not in off]
    things = {page.translation_key for page in shown}
    for language in ("lv", "en"):
        listed = Listing.objects.for_readers_of(language).published().in_directory()
        assert set(listed.values_list("thing", flat=True)) == things
    own = {page.translation_key for page in shown if page.has_english}
    assert set(Listing.objects.filter(page_language="en").in_directory().values_list("thing", flat=True)) == own


def test_published_points_are_in_the_municipality_and_dry(demo):
    west, south, east, north = base().bbox
    rows = Listing.objects.filter(language="lv").exclude(longitude=None)
    assert len(rows) >= 35
    for row in rows:
        if row.sort == Mode.BOAT:
            continue  # it begins in the water
        assert west < row.longitude < east and south < row.latitude < north, row
        point = metres(Point(row.longitude, row.latitude))
        assert [name for name, half, line in rivers() if line.distance(point) <= half] == [], row


def test_who_is_hidden_has_no_point(demo):
    hidden = [page.translation_key for page in PROFILES if page.facts.get("precision") == "hidden"]
    assert hidden and not Listing.objects.filter(thing__in=hidden).exclude(longitude=None, area=None).exists()


@pytest.mark.parametrize(("asked", "language"), [("/kur/?place=kazoki", "lv"), ("/en/where/?place=Kažokos", "en")])
def test_kazoki_leads_to_community_area_and_phone(demo, asked, language):
    answer = get(asked)
    assert answer.status_code == 302
    assert answer["Location"] == f"{address('directory/settlements', language)}kazoki/"
    community = address("directory/kazoku-kopiena", language)
    assert f'href="{community}"' in get(answer["Location"]).content.decode()
    html = get(community).content.decode()
    assert 'href="tel:+37100000011"' in html
    assert 'class="map map--wide"' in html and {"lv": "Apgabals", "en": "drawn roughly"}[language] in html


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_settlement_of_the_list_has_something(demo, language):
    overview = address("directory/settlements", language)
    listed = set(re.findall(rf'href="{overview}([a-z-]+)/"', get(overview).content.decode()))
    assert (
        listed == set(in_use(language)) >= set(Settlement.objects.filter(is_main=True).values_list("slug", flat=True))
    )
    for slug in listed:
        html = get(f"{overview}{slug}/").content.decode()
        assert "card__title" in html.partition("<aside")[0], slug


def test_no_contact_of_the_directory_is_real(demo):
    keys = [page.translation_key for page in PROFILES]
    assert Profile.objects.filter(key__in=keys).count() == len(PROFILES) and Notice.objects.count() >= 10
    for contact in Contact.objects.all():
        assert contact.phone in {"", "25418113"} or RESERVED_PHONE.fullmatch(contact.phone)
        assert not contact.email or contact.email.endswith(f"@{DOMAIN}")
    for page in PROFILES:
        html = get(page_of(page, "lv").get_url()).content.decode()
        assert "@" not in html.partition("<main")[2].partition("</main>")[0]
