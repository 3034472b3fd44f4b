import uuid

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from home.mail import sender
from home.mail.outbox import enqueue
from home.mail.rendering import render
from home.models.outbox import OutboxMessage

State = OutboxMessage.State


class Command(BaseCommand):
    help = "Write a test mail into the outbox, send it at once and say what happened."

    def add_arguments(self, parser):
        parser.add_argument("address")
        parser.add_argument(
            "--language", default=settings.LANGUAGE_CODE, choices=[code for code, _n in settings.LANGUAGES]
        )

    def handle(self, *, address, language, **options):
        with translation.override(language):
            text, html = render("test_mail", language=language)
            subject = _("Test mail")
        try:
            message = enqueue(
                occasion=f"test-mail-{uuid.uuid4().hex}",
                recipient=address,
                subject=subject,
                text=text,
                html=html,
                language=language,
            )
        except ValueError as error:
            raise CommandError(f"{address}: {error}") from None
        self.stdout.write(f"Written into the outbox as mail {message.pk}, {message.message_id}")
        claimed = sender.claim(message.pk)
        if claimed is None:
            self.stdout.write("A worker was faster and is sending it. Look into the list of mails in the admin.")
            return
        try:
            state = sender.send(claimed)
        except sender.Outage:
            state = State.RETRYING
        claimed.refresh_from_db()
        self._tell(state, claimed)

    def _tell(self, state, message):
        way = settings.MAIL_TRANSPORT_BACKEND
        if state == State.SENT:
            where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
            if "filebased" in way:
                where = f"a file in {settings.EMAIL_FILE_PATH} (no mail server is set up here)"
            self.stdout.write(self.style.SUCCESS(f"Sent: {where} took it."))
        elif state == State.HELD:
            raise CommandError(
                "Held back: this installation sends to test addresses only (such as someone@example.org). "
                "MAIL_ALLOW_REAL=1 lets it send to real ones."
            )
        elif state == State.RETRYING:
            raise CommandError(
                f"Not sent: {message.last_error}\n"
                f"The server is {settings.EMAIL_HOST}:{settings.EMAIL_PORT} (EMAIL_URL). "
                f"The worker tries again at {message.next_attempt_at:%H:%M} UTC."
            )
        else:
            raise CommandError(f"Refused for good: {message.last_error}")
