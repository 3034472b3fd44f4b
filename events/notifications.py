"""The words of every mail about a seat, in the language in which the person signed up. Sending is the outbox's."""

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import override

from events import ical
from events.addresses import event_url
from events.links import manage_url
from events.models import Registration, Session
from events.tickets import ticket_png
from events.vocabulary import Mode, State
from home.dates import datetime_text, range_text
from home.mail.outbox import enqueue
from home.mail.rendering import render
from home.models import OutboxMessage

# What a person is told when a registration begins in this state.
ABOUT = {State.HELD: "confirm", State.BOOKED: "booked", State.WAITING: "waiting"}
WITH_ENTRY = {"booked", "moved", "confirmed", "cancelled", "postponed", "given-up"}
WITH_TICKET = {"booked", "reminder"}
# Of these there is one for each registration, however often the cause comes again.
ONCE = {"reminder", "soon", "thanks"}


def tell(registration: Registration, what: str, *, is_first: bool = False, **extra) -> OutboxMessage | None:
    """Write the mail, in the transaction that causes it; nothing for somebody without an address.

    ``is_first``: of a registration that was made just now and counts this mail already.
    """
    if not registration.email:
        return None
    with override(registration.language):
        subject, heading, sentences, action = _words(registration, what, extra)
        facts = _facts(registration)
        text, html = render(
            "event", language=registration.language, subject=subject, heading=heading, sentences=sentences, action=action,
            facts=facts, phone=registration.session.event.phone, manage=manage_url(registration),
        )  # fmt: skip
        attachments = [_entry(registration, what)] if what in WITH_ENTRY else []
        if what in WITH_TICKET and registration.mode == Mode.ROOM and registration.state == State.BOOKED:
            attachments.append((f"{_('ticket')}.png", ticket_png(registration), "image/png"))
    return enqueue(
        occasion=f"registration-{registration.pk}-{what}-1" if is_first else _occasion(registration, what),
        recipient=registration.email,
        subject=subject,
        text=text,
        html=html,
        language=registration.language,
        attachments=attachments,
        confidential=True,
        is_first=is_first,
    )


def occasion_of(registration: Registration, session: Session, what: str) -> str:
    """Of a mail that each registration gets once; a date that was moved to another day is another occasion."""
    day = "" if what == "thanks" else f"-{session.starts:%Y%m%d}"
    return f"registration-{registration.pk}-{what}{day}"


def _occasion(registration: Registration, what: str) -> str:
    if what in ONCE:
        return occasion_of(registration, registration.session, what)
    Registration.objects.filter(pk=registration.pk).update(mails=F("mails") + 1)
    registration.mails += 1
    return f"registration-{registration.pk}-{what}-{registration.mails}"


def _words(registration: Registration, what: str, extra: dict) -> tuple[str, str, list[str], tuple[str, str] | None]:
    """Subject, heading, sentences, and the one thing to do: (label, address)."""
    session, title = registration.session, str(registration.session.event.title)
    when = range_text(session.starts, session.ends)
    until = datetime_text(registration.held_until) if registration.held_until else ""
    reason = [str(session.reason)] if session.reason else []
    manage = manage_url(registration)
    look = (_("Look at my place"), manage)
    words = {"title": title, "when": when, "until": until}
    if what == "confirm":
        return (
            _("Please confirm: %(title)s") % words, _("One more step"),
            [_("We hold your place until %(until)s. Please confirm that you come.") % words], (_("I will come"), manage),
        )  # fmt: skip
    if what == "booked":
        return (
            _("You have a place: %(title)s") % words, _("You are in"),
            [_("We look forward to seeing you."), _("If you cannot come, please give your place up: somebody else will be glad of it.")],
            look,
        )  # fmt: skip
    if what == "waiting":
        sentences = [_("All places are taken. You are on the waiting list, and we write as soon as one becomes free.")]
        if registration.mode == Mode.ROOM and Mode.ONLINE in session.modes() and session.free(Mode.ONLINE) != 0:
            sentences.append(_("There are free places online: you can choose one on your page."))
        return _("You are on the waiting list: %(title)s") % words, _("On the waiting list"), sentences, look
    if what == "offer":
        return (
            _("A place is free for you: %(title)s") % words, _("A place is free for you"),
            [_("It is kept for you until %(until)s. After that it goes to the next.") % words], (_("I take it"), manage),
        )  # fmt: skip
    if what == "lapsed":
        return (
            _("The place was given on: %(title)s") % words, _("The place was given on"),
            [_("We did not hear from you in time. You are welcome to sign up again.")], (_("To the event"), event_url(session.event)),
        )  # fmt: skip
    if what == "given-up":
        return (
            _("You have given your place up: %(title)s") % words, _("Your place is free again"),
            [_("Thank you for telling us. You are welcome another time.")], (_("To the event"), event_url(session.event)),
        )  # fmt: skip
    if what == "changed-group":
        return (
            _("Your sign-up was changed: %(title)s") % words, _("Your sign-up was changed"),
            [_people(registration.people)], look,
        )  # fmt: skip
    if what == "moved":
        return (
            _("Something has changed: %(title)s") % words, _("Something has changed"),
            [_("Please look at the time and the place below. Your calendar entry is attached and brings itself up to date.")], look,
        )  # fmt: skip
    if what == "confirmed":
        return _("It takes place: %(title)s") % words, _("It takes place"), [_("See you there.")], look
    if what == "cancelled":
        return (
            _("Cancelled: %(title)s") % words, _("It does not take place"),
            [*reason, _("We are sorry. You need not do anything.")], (_("To the event"), event_url(session.event)),
        )  # fmt: skip
    if what == "postponed":
        return (
            _("Postponed: %(title)s") % words, _("It is postponed"),
            [*reason, _("We will write when the new date is known. You keep your place and can give it up at any time.")], look,
        )  # fmt: skip
    if what == "reminder":
        return (
            _("Soon: %(title)s, %(when)s") % words, _("See you soon"),
            [_("If you cannot come, please give your place up: somebody else will be glad of it.")], look,
        )  # fmt: skip
    if what == "soon":
        action = (_("Join"), manage) if registration.mode == Mode.ONLINE else look
        return _("It begins in an hour: %(title)s") % words, _("It begins in an hour"), [_("See you there.")], action
    if what == "thanks":
        return (
            _("Thank you: %(title)s") % words, _("Thank you for coming"),
            [_("What was shown and said is on the page of the event.")], (_("To the materials"), event_url(session.event)),
        )  # fmt: skip
    if what == "message":
        return f"{extra['subject']}: {title}", extra["subject"], extra["text"].splitlines(), look
    raise KeyError(what)


def _people(count: int) -> str:
    from django.utils.translation import ngettext

    return ngettext("You come as %(count)s person.", "You come as %(count)s people.", count) % {"count": count}


def _facts(registration: Registration) -> list[tuple[str, str]]:
    session = registration.session
    facts = [
        (_("When"), range_text(session.starts, session.ends)),
        (_("Where"), ical.place_of(session, registration.mode)),
    ]
    if registration.mode == Mode.ROOM and session.instructions:
        facts.append((_("How to get there"), str(session.instructions)))
    if registration.people > 1:
        facts.append((_("People"), str(registration.people)))
    return [(label, value) for label, value in facts if value]


def _entry(registration: Registration, what: str):
    session = registration.session
    entry = ical.Entry(
        session,
        summary=str(session.event.title),
        description=str(session.instructions),
        location=ical.place_of(session, registration.mode),
        url=event_url(session.event),
    )
    return ical.attachment(entry, mail=registration.email, is_off=what == "given-up" or session.is_off)
