"""The article that tells what came of a training: who may begin it, and what stands in it."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document

from events.actions.check_in import check_in
from events.models import Registration, Session
from events.vocabulary import State, Status
from home.groups import ensure_groups
from home.models import Person, User
from news.models import ArticlePage
from tests.factories.directory import settlement, topic
from tests.factories.site import news_index
from tests.factories.trainings import training, training_date, training_index, training_series

pytestmark = pytest.mark.django_db
LINK = ("link", {"url": "https://paraugs.test/lapa?a=1&b=2", "title": "Darba <lapa>"})


def signed_in(email: str, group: Group | None = None) -> Client:
    user = User.objects.create_user(email, "x")
    if group is None:
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    else:
        user.groups.add(group)
    client = Client(HTTP_HOST="platforma.test")
    client.force_login(user)
    return client


@pytest.fixture
def editor(site):
    editors, _moderators = ensure_groups()
    return signed_in("redaktore@platforma.test", editors)


def people(page, *counts: int, attended: list[int | None]) -> None:
    session = Session.objects.filter(event=page.translation_key).order_by("starts")[0]
    for number, came in zip(counts, attended, strict=True):
        row = Registration.objects.create(session=session, state=State.BOOKED, people=number)
        check_in(row, came)
    Registration.objects.create(session=session, state=State.WAITING, people=5)


def test_draft_of_a_series_has_a_part_for_each_training(site, editor):
    index = news_index(site.home, slug="jaunumi")
    document = Document.objects.create(title="Tāmes paraugs", file=ContentFile(b"x", "tame.pdf"))
    trainings = training_index(site.home, slug="apmacibas")
    series = training_series(trainings, "Rudens cikls", slug="cikls")
    files = [("download", {"document": document, "title": ""}), LINK]
    second = training(series, "Otrā", slug="otra", days=-2, topics=[topic()])
    first = training(series, "Pirmā", slug="pirma", days=-9, materials=files, settlement=settlement())
    off = training(series, "Atceltā", slug="atcelta", days=None)
    training_date(off, days=-4, status=Status.CANCELLED)
    training(series, "Melnraksts", slug="melnraksts", days=-3, publish=False)
    people(first, 2, 3, attended=[2, None])  # the second did not come
    people(second, 20, 1, attended=[None, None])  # nobody has been ticked
    url = reverse("write_outcome", args=[series.pk])
    assert url in editor.get(reverse("wagtailadmin_pages:edit", args=[series.pk])).content.decode()
    assert url in editor.get(reverse("wagtailadmin_explore", args=[trainings.pk])).content.decode()
    assert editor.get(url).status_code == 200 and not ArticlePage.objects.exists()

    answer = editor.post(url)

    article = ArticlePage.objects.get()
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert editor.get(answer["Location"]).status_code == 200
    assert (article.title, article.lead, article.live) == ("Rudens cikls: kas palicis prātā", "", False)
    assert article.is_child_of(index) and list(article.trainings.all()) == [second, first]
    assert [row.slug for row in article.topics.all()] == ["daba"]
    assert [row.slug for row in article.settlements.all()] == ["kekava"]
    body = [(block.block_type, block.value) for block in article.get_latest_revision_as_object().body]
    assert [kind for kind, _value in body] == ["heading", "text", "download", "text", "heading", "text"]
    assert [value["text"] for kind, value in body if kind == "heading"] == ["Pirmā", "Otrā"]
    texts = [str(value.source) for kind, value in body if kind == "text"]
    assert texts == [
        "<p>Piedalījās 2 cilvēki.</p>",
        '<ul><li><a href="https://paraugs.test/lapa?a=1&amp;b=2">Darba &lt;lapa&gt;</a></li></ul>',
        "<p>Piedalījās 21 cilvēks.</p>",
    ]
    assert body[2][1]["document"] == document
    assert article.title in editor.get(url).content.decode()  # whoever comes next is told


def test_only_those_who_may_write_news_begin_one_and_only_when_it_is_over(site, editor):
    news_index(site.home, slug="jaunumi")
    index = training_index(site.home, slug="apmacibas")
    over, ahead = training(index, "Bijusī", slug="bijusi", days=-2), training(index, "Nākamā", slug="nakama")
    training_date(ahead, days=-2)
    url = reverse("write_outcome", args=[over.pk])
    outsider = signed_in("svess@platforma.test")
    for answer in (outsider.get(url), outsider.post(url), Client(HTTP_HOST="platforma.test").post(url)):
        assert answer.status_code in (302, 403) and "/pages/" not in answer.get("Location", "")
    not_yet = reverse("write_outcome", args=[ahead.pk])
    assert editor.post(not_yet).status_code == editor.post(reverse("write_outcome", args=[index.pk])).status_code == 404
    assert not_yet not in editor.get(reverse("wagtailadmin_pages:edit", args=[ahead.pk])).content.decode()
    assert not ArticlePage.objects.exists()


def test_dashboard_leads_to_a_new_training(site, editor):
    index = training_index(site.home, slug="apmacibas")
    url = reverse("wagtailadmin_pages:add", args=["news", "trainingpage", index.pk])
    assert url in editor.get(reverse("wagtailadmin_home")).content.decode()
    Person.objects.create(name="Marta Paraugkalne")
    form = BeautifulSoup(editor.get(url).content, "html.parser")
    assert form.select_one("input[type=checkbox][name=lecturers]").parent.get_text(strip=True) == "Marta Paraugkalne"
    outsider = signed_in("svess@platforma.test")
    assert url not in outsider.get(reverse("wagtailadmin_home")).content.decode()
