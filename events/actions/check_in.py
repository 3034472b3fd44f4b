"""Who was there."""

from django.db import transaction

from events.models import Registration


@transaction.atomic
def check_in(registration: Registration, people: int | None) -> Registration:
    """So many of them came; 0 nobody, ``None`` takes it back. More than signed up may come, within reason."""
    if people is not None and not 0 <= people <= registration.people + 20:
        raise ValueError("people")
    Registration.objects.filter(pk=registration.pk).update(attended=people)
    registration.attended = people
    return registration
