"""Something of every kind waiting for staff, counted from the day of loading: late, due today, and with time left.

What is written is invented: profiles are marked as samples, people are called so and have addresses that reach nobody.
"""

import datetime

from django.contrib.auth import get_user_model
from django.contrib.gis.geos import MultiPolygon, Point
from django.utils import timezone

from cms.demo.accounts import DOMAIN
from cms.demo.profiles import SECTION, ProfileEntry
from directory.actions.submit import submit
from directory.models import (
    CommunityPage,
    DirectoryPage,
    FactChange,
    Membership,
    Profile,
    RegisterEntry,
    RegisterProposal,
    Settlement,
    Submission,
)
from events.models import Suggestion
from home.mail.outbox import enqueue
from home.models import Image, OutboxMessage
from news.models import ArticlePage, NewsIndexPage

SATURDAY = 5
NUMBER = "40000000000"  # nobody's: its check digit is wrong
MAIL = "demo-waiting-mail"
SUGGESTED = (
    ("Galda spēļu vakars Doles tautas namā", 16, "Dole, tautas nams", "Spēles mums ir, vajag galdus un tēju. Nāks kādi divdesmit."),
    ("Putnu būrīšu darbnīca", 30, "Baldone, skolas pagalms", "Dēļi sazāģēti iepriekš, bērni nāk kopā ar kādu lielo."),
)  # fmt: skip
NEW = {
    "title": "Skuju ielas pagalms",
    "summary": "Trīs mājas, viens pagalms un galds, pie kura sākas visas sarunas.",
    "joining": "Svētdienās pēcpusdienā kāds vienmēr ir pie galda. Piesēdieties.",
    "meeting": "Svētdienās no plkst. 15.00, ja nelīst.",
}


def load_waiting(entries: list[ProfileEntry], editor_address: str) -> None:
    editor = get_user_model().objects.get(email=editor_address)
    pages = {entry.key.removeprefix(f"{SECTION}/"): entry.translation_key for entry in entries}

    def page(slug: str) -> CommunityPage:
        return CommunityPage.objects.get(translation_key=pages[slug], locale__language_code="lv")

    _shelf(page("gramatu-skapja-saimnieki"))
    _walkers(page("baldones-nujotaji"), editor)
    _yards(page("krogsila-pagalmi"))
    _new_page()
    _facts(page("balozu-dziedataji"))
    _suggestions()
    _proposal(pages["vakara-stunda"])
    _mail()
    _article(editor)


def unload_waiting() -> None:
    """What does not go with the pages."""
    Suggestion.objects.filter(email__endswith=f"@{DOMAIN}").delete()
    RegisterEntry.objects.filter(number=NUMBER).delete()
    OutboxMessage.objects.filter(occasion=MAIL).delete()


def _member(page: CommunityPage, name: str):
    """Somebody who acts for the profile: one who does already, else a made-up person."""
    known = Membership.objects.owners().filter(profile=page.translation_key).select_related("user").first()
    if known is not None:
        return known.user
    first, last = name.split()
    address = f"{page.slug}@{DOMAIN}"
    user, _made = get_user_model().objects.get_or_create(
        email=address, defaults={"first_name": first, "last_name": last}
    )
    Membership.objects.get_or_create(profile=page.profile, user=user, defaults={"role": Membership.Role.OWNER})
    return user


def _send(page: CommunityPage, user, days_left: int, days_ago: int, note: str = "", **values) -> Submission:
    draft = page.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision(user=user)
    submission = submit(page=page, user=user, profile=page.profile, note=note)
    submission.promised_on = _working_day(days_left)
    submission.sent_at = timezone.now() - datetime.timedelta(days=days_ago)
    submission.save(update_fields=["promised_on", "sent_at"])
    return submission


def _working_day(days: int) -> datetime.date:
    """So many days from today; before or after the weekend where it would fall into one."""
    day = timezone.localdate() + datetime.timedelta(days=days)
    while days and day.weekday() >= SATURDAY:
        day += datetime.timedelta(days=1 if days > 0 else -1)
    return day


def _shelf(page: CommunityPage) -> None:
    picture = Image.objects.filter(title="Autobusa pietura").order_by("pk").first()
    _send(
        page, _member(page, "Ilze Paraugliepa"), -1, 5, "Skapis oktobrī pārcēlās pāri ielai, pie pieturas.",
        summary=page.summary.replace("Sešas ģimenes", "Astoņas ģimenes").replace("ielas malā", "pie autobusa pieturas"),
        meeting="Mēneša pēdējā svētdienā plkst. 12.00 pie skapja.",
        point=Point(page.point.x + 0.004, page.point.y - 0.002, srid=4326),
        lead_image=picture, lead_image_alt="Autobusa pietura ar soliņu",
    )  # fmt: skip


def _walkers(page: CommunityPage, editor) -> None:
    """Staff have a draft on the same page, so that the screen has something to ask."""
    draft = page.get_latest_revision_as_object()
    draft.access_note = "Autobuss 841 no Rīgas pietur trīs minūšu gājienā."
    draft.save_revision(user=editor)
    _send(
        page, _member(page, "Juris Paraugegle"), 0, 2,
        joining="Nāciet ar savām nūjām vai bez tām: divi pāri mums stāv pagrabā.", audiences=["all", "seniors"],
        wants_volunteers=True,
    )  # fmt: skip


def _yards(page: CommunityPage) -> None:
    area = MultiPolygon([ring.buffer(0.0025).simplify(0.001) for ring in page.area], srid=4326) if page.area else None
    _send(
        page, _member(page, "Māra Paraugkrūze"), 1, 1, "Pievienojās arī jaunās mājas aiz ceļa.", area=area,
        traditions=f"{page.traditions}\nPirmajā adventē kopā iededzam egli.".strip(),
    )  # fmt: skip


def _new_page() -> None:
    parent = DirectoryPage.objects.filter(locale__language_code="lv").order_by("path").first()
    settlement = Settlement.objects.get(slug="kekava")
    page = CommunityPage(
        **NEW, slug="skuju-ielas-pagalms", settlement=settlement, is_sample=True, live=False, locale=parent.locale
    )
    parent.add_child(instance=page)
    page.save_revision()
    _send(page, _member(page, "Rita Paraugkalniņa"), 2, 0, "Vai drīkstam likt arī bērnu zīmējumus?")


def _facts(page: CommunityPage) -> None:
    user, address = _member(page, "Aina Parauglapa"), "https://dziedataji.platforma.example/"
    before = page.website
    page.website = address
    page.save_revision(user=user).publish(user=user, skip_permission_checks=True)
    FactChange.objects.create(
        profile=Profile.objects.get(pk=page.translation_key), field="website", old=before, new=address, made_by=user,
        made_at=timezone.now() - datetime.timedelta(days=1),
    )  # fmt: skip


def _suggestions() -> None:
    today = timezone.localtime().replace(hour=18, minute=0, second=0, microsecond=0)
    for number, (title, days, place, text) in enumerate(SUGGESTED, 1):
        Suggestion.objects.create(
            title=title, starts=today + datetime.timedelta(days=days), place=place, text=text,
            name=f"Paraugs {number}", email=f"ierosina-{number}@{DOMAIN}",
            created_at=timezone.now() - datetime.timedelta(days=number),
        )  # fmt: skip


def _proposal(key) -> None:
    """A sample's entry of the register, with an address that has changed."""
    name = Profile.objects.get(pk=key).name
    entry = RegisterEntry.objects.create(
        number=NUMBER, name=name, address="Ķekavas nov., Valdlauči, Paraugu iela 2", thing=key
    )
    RegisterProposal.objects.create(
        entry=entry, what="address", old="Ķekavas nov., Valdlauči, Paraugu iela 1", new=entry.address,
        created_at=timezone.now() - datetime.timedelta(days=3),
    )  # fmt: skip


def _mail() -> None:
    """One that an address refused."""
    mail = enqueue(
        occasion=MAIL, recipient=f"nav-tadas@{DOMAIN}", subject="Jums ir vieta: Apmācības grāmatvedībā",
        text="Priecāsimies jūs satikt.\n", language="lv",
    )  # fmt: skip
    now = timezone.now()
    OutboxMessage.objects.filter(pk=mail.pk).update(
        failed_at=now, attempts=1, last_error="550 5.1.1 no such mailbox", queued_at=now - datetime.timedelta(hours=3)
    )


def _article(editor) -> None:
    """Of an editor, in the workflow of the admin."""
    index = NewsIndexPage.objects.filter(locale__language_code="lv", live=True).order_by("path").first()
    page = ArticlePage(
        title="Ziemas tirdziņš Ķekavā: ko paņemt līdzi", slug="ziemas-tirdzins-ko-panemt", locale=index.locale, live=False,
        owner=editor, is_sample=True,
    )  # fmt: skip
    index.add_child(instance=page)
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
