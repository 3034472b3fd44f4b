"""Somebody who wants to take part without an organisation: kept, confirmed by the mailbox, gone when they say so."""

import datetime

from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from directory import notifications
from directory.models import Resident

SALT = "directory.resident"
FORGOTTEN_AFTER = datetime.timedelta(days=7)


def token_of(row: Resident) -> str:
    """Lets whoever holds it change this row; it goes only to the mailbox."""
    return signing.Signer(salt=SALT).sign_object([row.pk, row.created_at.isoformat()])


def resident_of(token: str) -> Resident | None:
    try:
        pk, created = signing.Signer(salt=SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    row = Resident.objects.select_related("settlement").filter(pk=pk).first()
    return row if row is not None and row.created_at.isoformat() == created else None


@transaction.atomic
def ask_to_join(*, topics=(), **values) -> None:
    """Keep it and write to the mailbox. Of an address that is on the list nothing is changed by somebody's form: the
    mail has a link that can."""
    email = values.pop("email").strip().lower()
    row = Resident.objects.select_for_update().filter(email__iexact=email).first()
    if row is None or row.confirmed_at is None:
        row = row or Resident(email=email)
        for name, value in values.items():
            setattr(row, name, value)
        row.language = get_language() or row.language
        row.save()
        row.topics.set(topics)
    notifications.resident(row, token_of(row))


def confirm(row: Resident) -> None:
    Resident.objects.filter(pk=row.pk, confirmed_at=None).update(confirmed_at=timezone.now())


def choose_updates(row: Resident, wanted: bool) -> None:
    Resident.objects.filter(pk=row.pk).update(wants_updates=wanted)


def forget(row: Resident) -> None:
    row.delete()
