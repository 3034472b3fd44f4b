"""What events keep of a person by their address: for their export, and taken out when they go."""

from django.utils import timezone

from events.actions.anonymise import forget
from events.actions.change import give_up
from events.models import Registration, Suggestion


def rows(user) -> list[dict]:
    """Registrations and suggestions of the person's address, which is known to be theirs: they sign in with it."""
    registrations = Registration.objects.filter(email__iexact=user.email).select_related("session__event")
    return [
        *(
            {
                "event": str(row.session.event.title), "when": row.session.starts.isoformat(), "name": row.name,
                "phone": row.phone, "people": row.people, "state": row.state, "access_needs": row.access_needs,
                "answers": row.answers, "photo_consent": row.photo_consent,
            }
            for row in registrations
        ),
        *(
            {"suggested": row.title, "text": row.text, "name": row.name, "phone": row.phone, "state": row.state}
            for row in Suggestion.objects.filter(email__iexact=user.email)
        ),
    ]  # fmt: skip


def erase(user) -> None:
    """Places that are still to come are given up, so that somebody else gets them; then the names go."""
    for row in Registration.objects.filter(email__iexact=user.email).select_related("session"):
        if row.session.ends > timezone.now():
            give_up(row)
        forget(row)
    Suggestion.objects.filter(email__iexact=user.email).delete()
