import uuid

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from directory.models import Contact, Listing
from home.mail.outbox import enqueue
from home.mail.rendering import render


def recipients_of(key: uuid.UUID) -> list[str]:
    """Mail addresses that a message to this profile is passed on to."""
    return list(dict.fromkeys(Contact.objects.filter(profile=key).reachable().values_list("email", flat=True)))


def can_be_written_to(key: uuid.UUID) -> bool:
    return Contact.objects.filter(profile=key).reachable().exists()


@transaction.atomic
def relay_message(*, listing: Listing, name: str, email: str, text: str) -> int:
    """Pass a visitor's message on to everybody of the profile who gets messages; returns how many those are.

    Answers go to the visitor. The message is kept nowhere but in the outbox, which forgets it once it is sent.
    """
    addresses = recipients_of(listing.thing)
    sending = uuid.uuid4().hex
    language = settings.LANGUAGE_CODE
    with override(language):
        subject = _("A message to %(profile)s") % {"profile": listing.title}
    body, html = render("message_to_profile", language=language, listing=listing, name=name, email=email, message=text)
    for address in addresses:
        enqueue(
            occasion=f"message-{sending}",
            recipient=address,
            subject=subject,
            text=body,
            html=html,
            reply_to=email,
            language=language,
            confidential=True,
        )
    return len(addresses)
