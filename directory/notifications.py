"""Letters about people: who is invited, who came, who went, what became of a claim. Written in the transaction that
causes them, in the language of whoever gets them, and emptied once sent: they hold links that let somebody in."""

import uuid
from collections.abc import Callable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from directory.models import INVITED_DAYS, Arrival, Claim, Invitation, Membership, Profile, Resident
from home.mail.outbox import enqueue
from home.mail.rendering import render
from home.models import SiteSettings, User

Words = tuple[str, list[str], tuple[str, str] | None]


def address_of(name: str, *arguments) -> str:
    """The whole address of one of our doors, in the active language."""
    return settings.SITE_URL + reverse(name, args=arguments)


def send(occasion: str, recipient: str, language: str, words: Callable[[], Words]) -> None:
    """One letter. ``words()`` is asked in the letter's language: heading, sentences, and the one thing to do."""
    with override(language):
        heading, sentences, action = words()
        text, html = render(
            "letter", language=language, subject=heading, heading=heading, sentences=sentences, action=action
        )
    enqueue(
        occasion=occasion, recipient=recipient, subject=heading, text=text, html=html, language=language,
        confidential=True,
    )  # fmt: skip


def once(name: str) -> str:
    """An occasion that never comes again."""
    return f"{name}-{uuid.uuid4().hex[:16]}"


def invitation(row: Invitation) -> None:
    def words() -> Words:
        inviter = row.invited_by.get_full_name() if row.invited_by else ""
        by = _("%(person)s invites you") % {"person": inviter} if inviter else _("You are invited")
        sentences = [
            _("%(by)s to keep the page “%(name)s” true: correct it, add events, see who signs up.")
            % {"by": by, "name": row.profile.name},
            ngettext(
                "You need no password. The link works once, for %(days)s day.",
                "You need no password. The link works once, for %(days)s days.",
                INVITED_DAYS,
            )
            % {"days": INVITED_DAYS},
            _("If this is not for you, do nothing."),
        ]
        action = (_("Look at the invitation"), address_of("portal_invitation", row.secret))
        return _("Invitation: %(name)s") % {"name": row.profile.name}, sentences, action

    send(once(f"invitation-{row.pk}"), row.email, row.language, words)


def arrival(row: Arrival, name: str) -> None:
    def words() -> Words:
        if row.what == Arrival.What.ADD:
            heading = _("One more step: %(name)s") % {"name": name}
            sentence = _("Somebody, hopefully you, wrote to us about “%(name)s”. Open the link and send it to be read.")
        else:
            heading = _("One more step: is %(name)s yours?") % {"name": name}
            sentence = _("Somebody, hopefully you, says that the page “%(name)s” is theirs. Open the link to go on.")
        sentences = [sentence % {"name": name}, _("If it was not you, do nothing: it is forgotten in a week.")]
        return heading, sentences, (_("Go on"), address_of("portal_arrival", row.secret))

    send(once("arrival"), row.email, row.language, words)


def owners_told(profile: Profile, words: Callable[[], Words], *, but: User | None = None) -> None:
    """A letter to every owner, but not to whoever did it."""
    occasion = once(f"profile-{profile.pk.hex[:12]}")
    rows = Membership.objects.owners().filter(profile=profile).select_related("user")
    for row in rows:
        if but is None or row.user_id != but.pk:
            send(occasion, row.user.email, row.user.language_or(), words)


def joined(membership: Membership) -> None:
    def words() -> Words:
        names = {"person": str(membership.user), "name": membership.profile.name}
        sentence = _("%(person)s now acts for %(name)s: %(role)s.") % {**names, "role": membership.get_role_display()}
        action = (_("Who acts for us"), address_of("portal_people", membership.profile_id))
        return _("New on your page: %(person)s") % names, [sentence], action

    owners_told(membership.profile, words, but=membership.user)


def gone(profile: Profile, person: str, *, but: User | None = None) -> None:
    def words() -> Words:
        sentence = _("%(person)s does not act for %(name)s any more.") % {"person": person, "name": profile.name}
        return _("One member less: %(name)s") % {"name": profile.name}, [sentence], None

    owners_told(profile, words, but=but)


def let_go(profile: Profile, user: User) -> None:
    def words() -> Words:
        sentences = [
            _("You do not act for %(name)s any more. What you wrote stays on its page.") % {"name": profile.name},
            _("If you think this is a mistake, ask the other members, or us."),
        ]
        return _("You have left: %(name)s") % {"name": profile.name}, sentences, None

    send(once(f"let-go-{profile.pk.hex[:12]}"), user.email, user.language_or(), words)


def claim_decided(claim: Claim) -> None:
    def words() -> Words:
        names = {"name": claim.profile.name}
        if claim.state == Claim.State.GRANTED:
            sentences = [_("You now act for %(name)s. Have a look whether all is right.") % names]
            return _("The page is yours: %(name)s") % names, sentences, (
                _("To our page"), address_of("portal_profile", claim.profile_id),
            )  # fmt: skip
        sentences = [_("We could not give you the page %(name)s:") % names, claim.reason]
        return _("About the page %(name)s") % names, sentences, None

    send(f"claim-{claim.pk}-{claim.state}", claim.user.email, claim.user.language_or(), words)


def resident(row: Resident, token: str) -> None:
    def words() -> Words:
        address = address_of("resident", token)
        if row.confirmed_at:
            sentences = [_("You are on our list already. With the link you can change what you get, or leave.")]
            return _("You are on the list of active residents"), sentences, (_("Your choice"), address)
        days = SiteSettings.objects.order_by("pk").values_list("answer_days", flat=True).first() or 2
        answer = ngettext(
            "We answer within %(days)s working day.", "We answer within %(days)s working days.", days
        ) % {"days": days}  # fmt: skip
        sentences = [
            _("Open the link and confirm, so that we know this mailbox is yours."), answer,
            _("If it was not you, do nothing: it is forgotten in a week."),
        ]  # fmt: skip
        return _("One more step: join as an active resident"), sentences, (_("Confirm"), address)

    send(once("resident"), row.email, row.language, words)
