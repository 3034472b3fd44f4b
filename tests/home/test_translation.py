"""Facts have one language: none. What the source page says of dates, pictures and kinds, its translations say too."""

import datetime

import pytest
from django.contrib.gis.db.models import PointField
from django.contrib.gis.geos import Point
from django.db import models
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, get_page_models
from wagtail_localize.models import Translation, TranslationSource

from directory.models import DirectoryPage, ProfilePage, Settlement, Topic, VenuePage
from home import publishing
from home.facts import fact_names, value_of
from home.models import AccessibilityPage, HomePage, Image, PeoplePage, Person, Project, ProjectsPage, StandardPage
from news.models import ArticlePage, Category, NewsIndexPage, TrainingIndexPage, TrainingPage, TrainingSeriesPage
from tests.factories.directory import directory_page, organisation, settlement, venue
from tests.factories.shared import fresh
from tests.factories.site import article, category, news_index, standard_page, translate
from tests.factories.trainings import training, training_index

pytestmark = pytest.mark.django_db

FACTS = {
    HomePage: {"show_in_menus"},
    StandardPage: {"show_in_menus", "easy_to_read", "lead_image"},
    PeoplePage: {"show_in_menus"},
    ProjectsPage: {"show_in_menus"},
    AccessibilityPage: {
        "show_in_menus", "conformance", "method", "assessed_on", "prepared_on", "reviewed_on", "answer_days",
    },
    NewsIndexPage: {"show_in_menus", "shows"},
    ArticlePage: {
        "show_in_menus", "lead_image", "kind", "category", "published_on", "pinned", "topics", "settlements",
        "trainings", "is_sample",
    },
    TrainingIndexPage: {"show_in_menus", "shows"},
    TrainingSeriesPage: {"show_in_menus", "lead_image", "is_sample"},
    TrainingPage: {
        "show_in_menus", "lead_image", "lecturers", "partners", "organiser", "venue", "settlement", "address", "point",
        "topics", "contact_name", "phone", "email", "project", "is_sample",
    },
}  # fmt: skip
OURS = [model for model in get_page_models() if model._meta.app_label in {"home", "news"}]
# Yesterday, so that lists show it whatever the day of the run.
DAY = timezone.localdate() - datetime.timedelta(days=1)


def _home():
    return HomePage.objects.get(locale__language_code="lv")


def _directory():
    return DirectoryPage.objects.first() or directory_page(_home())


def rows_of(model):
    """A row to point at, other than what the page has."""
    made = {
        Image: lambda: Image.objects.create(title="Upe", file=get_test_image_file("upe.png")),
        Category: category,
        Topic: lambda: Topic.objects.create(slug="daba", name={"lv": "Daba", "en": "Nature"}),
        Settlement: settlement,
        Person: lambda: Person.objects.create(name="Anna"),
        Project: lambda: Project.objects.create(title={"lv": "Projekts"}),
        ProfilePage: lambda: ProfilePage.objects.first() or organisation(_directory()).profilepage_ptr,
        VenuePage: lambda: venue(_directory()),
        TrainingPage: lambda: training(training_index(_home(), slug="apmacibas"), days=None),
    }
    return made[model]()


def another(page, name):
    """A value of the fact that the page does not have now."""
    field, now = page._meta.get_field(name), getattr(page, name)
    if field.many_to_many:
        return [rows_of(field.related_model)]
    if field.is_relation:
        return rows_of(field.related_model)
    if field.choices:
        return next(value for value, _label in reversed(field.choices) if value != now)
    if isinstance(field, models.BooleanField):
        return not now
    if isinstance(field, PointField):
        return Point(24.2, 56.8)
    if isinstance(field, models.CharField):
        return {"email": "anna@paraugs.test", "phone": "+371 20000000"}.get(name, "Cits")
    return DAY if isinstance(field, models.DateField) else now + 1


def published(parent, model):
    page = model(title="Lapa", slug="lapa", locale=parent.locale)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def pair(site, model):
    """A published page of the class, and its English translation."""
    if model is HomePage:
        return HomePage.objects.get(pk=site.home.pk), HomePage.objects.get(pk=site.home_en.pk)
    parents = {ArticlePage: news_index, TrainingPage: training_index, TrainingSeriesPage: training_index}
    parent = parents[model](site.home, slug="saraksts") if model in parents else site.home
    page = published(parent, model)
    return page, translate(page, title="Page", slug="page")


def republish(page, **facts):
    page = page.get_latest_revision_as_object()
    for name, value in facts.items():
        setattr(page, name, value)
    page.save_revision().publish()


def facts_of(page):
    fresh = type(page).objects.get(pk=page.pk)
    return {name: value_of(fresh, name) for name in fact_names(type(page))}


def test_facts_of_every_page_class_are_known():
    """A new class or field: is it a fact or a text? Texts go into ``translatable_fields``, facts into this table."""
    assert {model: set(fact_names(model)) for model in OURS} == FACTS


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_translation_follows_every_fact(site, model):
    page, translation = pair(site, model)
    changed = {name: another(page, name) for name in fact_names(model)}
    old = facts_of(translation)

    republish(page, **changed)

    assert all(value != old[name] for name, value in facts_of(page).items())
    assert facts_of(translation) == facts_of(page)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_source_is_asked_for_the_facts(site, model):
    page, translation = pair(site, model)
    republish(page, **{name: another(page, name) for name in fact_names(model)})

    source = model.objects.get(pk=translation.pk).source

    assert (source.pk, facts_of(source)) == (page.pk, facts_of(page))


def test_draft_of_the_source_changes_nothing(site):
    page, translation = pair(site, ArticlePage)
    page.pinned = True
    page.save_revision()
    republish(translation)

    assert facts_of(translation)["pinned"] is False


def test_old_draft_of_the_translation_brings_no_old_fact_back(site):
    page, translation = pair(site, NewsIndexPage)
    draft = translation.get_latest_revision_as_object()
    draft.intro = "In English"
    revision = draft.save_revision()
    republish(page, shows="story", show_in_menus=True)

    revision.publish()

    fresh = NewsIndexPage.objects.get(pk=translation.pk)
    assert (fresh.intro, fresh.shows, fresh.show_in_menus) == ("In English", "story", True)


def test_texts_of_the_translation_are_left_alone(site):
    page, translation = pair(site, ArticlePage)
    republish(translation, lead="Two sentences.")
    words = ("title", "slug", "lead", "draft_title", "latest_revision_id")
    before = ArticlePage.objects.filter(pk=translation.pk).values(*words).get()

    republish(page, lead="Divi teikumi.", pinned=True)

    assert ArticlePage.objects.filter(pk=translation.pk).values(*words).get() == before


def test_page_that_exists_in_english_alone_keeps_its_facts(site):
    page = article(translate(news_index(site.home), title="News", slug="news"), "Only here", slug="only")

    republish(page, kind="story", published_on=DAY)

    assert facts_of(page)["kind"] == "story"
    assert not any(publishing.recount()["facts"].values())


def test_what_was_written_around_publishing_is_repaired_at_night(site):
    page, translation = pair(site, ArticlePage)
    ArticlePage.objects.filter(pk=page.pk).update(published_on=DAY)

    assert publishing.recount()["facts"] == {"added": 0, "changed": 1, "removed": 0}
    assert facts_of(translation)["published_on"] == DAY
    assert publishing.recount()["facts"]["changed"] == 0


@pytest.fixture(scope="module")
def _sections(site_of_file):
    site = site_of_file
    site.index = news_index(site.home, "Jaunumi", slug="jaunumi")
    site.index_en = translate(site.index, title="News", slug="news")
    for kind, lv, en in (("news", "Ziņa", "Notice"), ("story", "Stāsts", "Story")):
        page = article(site.index, lv, slug=f"raksts-{kind}", kind=kind, published_on=DAY)
        translate(page, title=en, slug=f"article-{kind}")
    return site


@pytest.fixture
def sections(_sections, db):
    """All news, and a list of its own for stories; each in two languages, with one article of either kind."""
    return fresh(_sections)


def titles(client, address):
    return [card.title for card in client.get(address).context["list"]["articles"]]


def test_english_list_shows_what_the_latvian_shows(sections, client):
    assert sorted(titles(client, "/en/news/")) == ["Notice", "Story"]

    republish(sections.index, shows="story")

    assert titles(client, "/en/news/") == ["Story"]


def test_english_chips_lead_to_the_list_that_now_shows_all(sections, client):
    place = rows_of(Settlement)
    republish(ArticlePage.objects.get(slug="raksts-news"), settlements=[place])
    everything = news_index(sections.home, "Viss", slug="viss", shows="news")
    translate(everything, title="Everything", slug="everything")
    republish(sections.index, shows="story")
    republish(everything, shows="")

    about = client.get("/en/news/article-news/").context["aside"]["about"]

    assert [link.url for link in about] == ["/en/everything/?settlement=kekava"]


def test_english_menu_follows_the_latvian(sections, client):
    assert [item.title for item in client.get("/en/").context["frame"].menu] == ["News"]

    republish(sections.index, show_in_menus=False)

    assert client.get("/en/").context["frame"].menu == []


def test_english_section_hides_when_it_turns_empty(sections, client):
    ArticlePage.objects.get(slug="raksts-story").delete()
    republish(sections.index, shows="story")

    assert client.get("/en/").context["frame"].menu == []


def test_english_feed_has_the_dates_and_categories_of_the_source(sections, client):
    page = ArticlePage.objects.get(slug="raksts-news")
    republish(page, published_on=DAY - datetime.timedelta(days=40), category=category(en="Report"))

    entries = client.get("/en/feeds/news.atom").content.decode().split("<entry>")[1:]

    notice = next(entry for entry in entries if "Notice" in entry)
    assert (DAY - datetime.timedelta(days=40)).isoformat() in notice
    assert 'term="Report"' in notice
    assert "Notice" in entries[-1]


def test_english_article_shows_the_facts_of_the_source(sections, client):
    page = ArticlePage.objects.get(slug="raksts-news")
    republish(
        page, kind="story", published_on=datetime.date(2024, 12, 15), lead_image=rows_of(Image), is_sample=True,
        topics=[rows_of(Topic)],
    )  # fmt: skip

    html = client.get("/en/news/article-news/").content.decode()

    assert 'datetime="2024-12-15"' in html and 'datePublished": "2024-12-15' in html
    assert "Story of experience" in html and "tag--sample" in html and "Nature" in html
    assert "/media/" in html


def test_easy_to_read_and_its_picture_are_of_the_source(site, client):
    page = standard_page(site.home, "Viegli", slug="viegli")
    translate(page, title="Easy", slug="easy")

    republish(page, easy_to_read=True, lead_image=rows_of(Image))

    html = client.get("/en/easy/").content.decode()
    assert "body--easy" in html and "/media/" in html


def test_accessibility_statement_says_the_same_in_english(site, client):
    page, _translation = pair(site, AccessibilityPage)
    republish(page, conformance="full", reviewed_on=datetime.date(2026, 3, 1), feedback="<p>Rakstiet.</p>")

    html = client.get("/en/page/").content.decode().replace("\xa0", " ")

    assert "fully accessible" in html and "1 March 2026" in html


def test_facts_survive_a_synchronised_translation(site):
    """wagtail-localize makes the translation anew from its strings: with the facts it finds in the source then."""
    page = standard_page(site.home, "Lapa", slug="lapa")
    english = Locale.objects.get(language_code="en")
    source, _created = TranslationSource.get_or_create_from_instance(page)
    work = Translation.objects.create(source=source, target_locale=english)
    work.save_target()
    republish(page, easy_to_read=True, show_in_menus=True)
    source.refresh_from_db()
    source.update_from_db()
    work.save_target()
    republish(page, easy_to_read=False)

    translation = page.get_translation(english)

    assert (translation.easy_to_read, translation.show_in_menus) == (False, True)
