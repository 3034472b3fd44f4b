"""The words of the course's mails, in the language of whoever is asked. Written in the transaction that takes the step."""

import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from directory.freshness.asked import Asked, token_of
from directory.freshness.words import sentence
from directory.models import Contact, Freshness, Listing, ProfilePage
from home.dates import day_in
from home.mail.outbox import enqueue
from home.mail.rendering import render
from home.models import SiteSettings


def answer_path(row: Freshness, asked: Asked, answer: str = "") -> str:
    path = reverse("is_it_right", args=[token_of("round", row.pk, row.round, asked)])
    return f"{path}?answer={answer}" if answer else path


def ask(row: Freshness, what: str, asked: Asked, *, until: datetime.datetime | None = None) -> None:
    """One mail of a round: ``ask``, ``remind-1``, ``remind-2``, ``mark`` or ``archive``. ``until``: when the next step comes."""
    page = source_page(row.pk)
    if page is None:
        return
    with override(asked.language):
        words = {"title": page.title, "until": day_in(until) if until else ""}
        subject, heading, sentences = _words(row, what, words, page)
        link = lambda answer: settings.SITE_URL + answer_path(row, asked, answer)  # noqa: E731
        answers = (
            [(_("Bring it back"), link("right"))]
            if what == "archive"
            else [
                (_("All is right"), link("right")),
                (_("I will correct it"), link("correct")),
                (_("It no longer exists"), link("gone")),
            ]
        )
        text, html = render(
            "freshness", language=asked.language, subject=subject, heading=heading, sentences=sentences,
            facts=facts_of(page), answers=answers, title=page.title, is_member=asked.is_member,
        )  # fmt: skip
    enqueue(
        occasion=f"freshness-{row.pk}-{row.round}-{what}", recipient=asked.email, subject=subject, text=text, html=html,
        language=asked.language, confidential=True,
    )  # fmt: skip


def _words(row: Freshness, what: str, words: dict, page) -> tuple[str, str, list[str]]:
    match what:
        case "ask":
            return (
                _("Is all of it right? %(title)s") % words,
                _("Is everything on your page still right?"),
                [
                    _(
                        "Now and then we ask whether what your page says is still true. It takes a minute, and you need not sign in."
                    )
                ],
            )
        case "remind-1":
            return (
                _("A reminder: is all of it right? %(title)s") % words,
                _("Is everything on your page still right?"),
                [_("We have not heard from you yet. It takes a minute, and you need not sign in.")],
            )
        case "remind-2":
            return (
                _("A last reminder: is all of it right? %(title)s") % words,
                _("Is everything on your page still right?"),
                [
                    _(
                        "We have not heard from you yet. If nobody answers, readers of your page will see from %(until)s that nobody has confirmed it."
                    )
                    % words
                ],
            )
        case "mark":
            sentences = [
                _("Readers of your page now see: “%(sentence)s”") % {"sentence": sentence(row, page.listing_kind)}
            ]
            sentences.append(_("One press takes this away."))
            if words["until"]:
                sentences.append(_("If nobody answers, the page will be taken off the site on %(until)s.") % words)
            return (
                _("Your page says that nobody has confirmed it: %(title)s") % words,
                _("Readers are told that nobody has confirmed it"),
                sentences,
            )
        case "archive":
            return (
                _("Your page was taken off the site: %(title)s") % words,
                _("Your page was taken off the site"),
                [
                    _(
                        "For long nobody has confirmed what it says. Nothing of it is lost: one press brings it back, as it was."
                    )
                ],
            )
    raise KeyError(what)


def facts_of(page: ProfilePage) -> list[tuple[str, str]]:
    """What readers see of the profile, in short: enough to say whether it is right. Nothing that is not public."""
    contacts = Contact.objects.filter(profile=page.translation_key).shown().order_by("sort_order", "pk")
    rows = [
        (_("Name"), page.title),
        (_("Where"), page.settlement.name if page.settlement else ""),
        (_("What you do"), page.summary),
        (_("How to join"), page.joining),
        (_("When you meet"), page.meeting),
        *(
            (_("Contact"), ", ".join(filter(None, (row.public_name, row.public_phone, row.public_email))))
            for row in contacts
        ),
        (_("Website"), page.website),
        (_("Facebook page"), page.facebook_url),
    ]
    return [(label, value) for label, value in rows if value]


def source_page(key) -> ProfilePage | None:
    """The page that holds the profile's facts, live or not."""
    pages = ProfilePage.objects.filter(translation_key=key, locale__language_code=settings.LANGUAGE_CODE)
    page = pages.select_related("settlement", "locale").first()
    return page.specific if page else None


def tell_staff_of_archived(key, title: str, now) -> None:
    """One mail a profile, to the site's own address, in its main language."""
    config = SiteSettings.objects.order_by("pk").first()
    if config is None or not config.email:
        return
    with override(settings.LANGUAGE_CODE):
        subject = _("Taken off the site, nobody has confirmed it: %(title)s") % {"title": title}
        text, html = render(
            "event", language=settings.LANGUAGE_CODE, subject=subject, heading=_("A page was taken off the site"),
            sentences=[title, _("For long nobody has confirmed what it says. One press brings it back.")],
            action=(_("Look at it"), settings.SITE_URL + reverse("freshness_item", args=[key])),
            facts=[], phone="", manage="",
        )  # fmt: skip
    enqueue(
        occasion=f"freshness-staff-{key}-{now:%Y%m%d}", recipient=config.email, subject=subject, text=text, html=html,
        language=settings.LANGUAGE_CODE,
    )  # fmt: skip


def titles_of(keys) -> dict:
    """Key → name, for lists; of what has no listing any more, the profile's own."""
    return dict(Listing.objects.filter(thing__in=keys, language=settings.LANGUAGE_CODE).values_list("thing", "title"))
