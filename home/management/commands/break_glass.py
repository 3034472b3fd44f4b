import datetime
import logging

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from home.mail.outbox import enqueue
from home.mail.rendering import render
from home.models.second_factor_pause import SecondFactorPause

logger = logging.getLogger(__name__)
LONGEST = 24 * 60


class Command(BaseCommand):
    help = (
        "Remove the second factor of a person who lost it, and let the person in by password alone for a while. "
        "Every administrator, and the person, is told by mail."
    )

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--minutes", type=int, default=60, help="how long (at most a day); 0 ends a pause now")

    def handle(self, *, email, minutes, **options):
        if not 0 <= minutes <= LONGEST:
            raise CommandError(f"--minutes is between 0 and {LONGEST}.")
        person = get_user_model().objects.filter(email=email.strip().lower()).first()
        if person is None:
            raise CommandError(f"Nobody signs in as {email}.")
        if not person.is_active:
            raise CommandError(f"The account {email} is switched off; a second factor would not help.")
        if minutes == 0:
            SecondFactorPause.objects.filter(user=person).delete()
            self.stdout.write("The pause is over: a second factor is needed again.")
            return
        until = timezone.now() + datetime.timedelta(minutes=minutes)
        with transaction.atomic():
            removed, _rows = Authenticator.objects.filter(user=person).delete()
            SecondFactorPause.objects.update_or_create(user=person, defaults={"until": until})
            told = self._tell(person, until)
        logger.warning("break glass: second factor removed", extra={"user": person.pk, "minutes": minutes})
        when = f"{timezone.localtime(until):%Y-%m-%d %H:%M}"
        self.stdout.write(f"Second factor removed ({removed} rows). Signing in by password alone works until {when}.")
        self.stdout.write(
            f"{told} people get a mail: every administrator, and the person. "
            "After that time a new second factor must be set up."
        )

    def _tell(self, person, until) -> int:
        language = settings.LANGUAGE_CODE
        with translation.override(language):
            subject = _("The second factor of an account was removed")
            words = {"person": str(person), "until": date_format(timezone.localtime(until), "SHORT_DATETIME_FORMAT")}
            text, html = render("break_glass", language=language, **words)
        people = get_user_model().objects.filter(Q(is_superuser=True, is_active=True) | Q(pk=person.pk))
        for each in people:
            enqueue(
                occasion=f"break-glass-{person.pk}-{until:%Y%m%d%H%M%S}",
                recipient=each.email,
                subject=subject,
                text=text,
                html=html,
                language=language,
            )
        return len(people)
