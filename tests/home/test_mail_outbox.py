"""Writing mail: one row per occasion and recipient, in the transaction of its cause."""

import datetime

import pytest
from django.core.mail import EmailMultiAlternatives, send_mail
from django.db import transaction
from django.utils import timezone

from home.mail import sender
from home.mail.outbox import enqueue, unpacked
from home.models import OutboxMessage

pytestmark = pytest.mark.django_db


def write(**changes):
    fields = {"occasion": "meeting-1", "recipient": "anna@org.test", "subject": "Sapulce", "text": "Tiekamies."}
    return enqueue(**{**fields, **changes})


def test_second_mail_of_an_occasion_is_no_mail():
    first = write()
    again = write(subject="Cits", recipient="Anna@ORG.test")
    assert again.pk == first.pk
    assert OutboxMessage.objects.get().subject == "Sapulce"


def test_other_recipient_and_other_occasion_are_other_mails():
    write()
    write(recipient="janis@org.test")
    write(occasion="meeting-2")
    assert OutboxMessage.objects.count() == 3


def test_occasion_stays_taken_after_the_purge():
    message = write()
    OutboxMessage.objects.update(sent_at=timezone.now(), queued_at=timezone.now() - datetime.timedelta(days=99))
    assert sender.purge() == 1
    assert write().pk == message.pk
    row = OutboxMessage.objects.get()
    assert (row.recipient, row.subject, row.text, row.purged_at is None) == ("", "", "", False)


def test_rolled_back_cause_takes_its_mail_along():
    with pytest.raises(RuntimeError), transaction.atomic():
        write()
        raise RuntimeError
    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize("recipient", ["", "anna", "anna@org.test, janis@org.test", "anna@org.test\nBcc: x@y.test"])
def test_recipient_that_is_not_one_address_is_refused(recipient):
    with pytest.raises(ValueError):
        write(recipient=recipient)


def test_occasion_with_an_address_is_refused():
    with pytest.raises(ValueError):
        write(occasion="reset-anna@org.test")


def test_header_values_are_one_line():
    message = write(subject="Sveiki\r\nBcc: x@y.test", headers={"List-Id": "a\nb"})
    assert message.subject == "Sveiki Bcc: x@y.test"
    assert message.headers == {"List-Id": "a b"}


def test_message_id_is_of_the_site():
    assert write().message_id.endswith("@platforma.test>")


def test_not_before_waits():
    later = timezone.now() + datetime.timedelta(hours=2)
    write(not_before=later)
    assert not OutboxMessage.objects.due().exists()
    assert OutboxMessage.objects.due(later).count() == 1


def test_backend_writes_rows(settings):
    settings.EMAIL_BACKEND = "home.mail.backend.OutboxBackend"
    mail = EmailMultiAlternatives(
        "Virsraksts",
        "Teksts",
        "No <no@site.test>",
        ["anna@org.test"],
        cc=["janis@org.test"],
        reply_to=["atb@site.test"],
    )
    mail.attach_alternative("<p>Teksts</p>", "text/html")
    mail.attach("saraksts.csv", "a;b", "text/csv")
    assert mail.send() == 1
    rows = OutboxMessage.objects.order_by("recipient")
    assert [row.recipient for row in rows] == ["anna@org.test", "janis@org.test"]
    row = rows[0]
    assert (row.text, row.html, row.reply_to) == ("Teksts", "<p>Teksts</p>", "atb@site.test")
    assert row.sender == "No <no@site.test>"
    assert unpacked(row.attachments[0]) == ("saraksts.csv", b"a;b", "text/csv")


def test_backend_knows_an_occasion_by_its_header(settings):
    settings.EMAIL_BACKEND = "home.mail.backend.OutboxBackend"
    for _ in range(2):
        EmailMultiAlternatives("A", "B", None, ["anna@org.test"], headers={"X-Occasion": "weekly-7"}).send()
    row = OutboxMessage.objects.get()
    assert (row.occasion, row.headers) == ("weekly-7", {})


def test_backend_takes_django_s_short_form(settings):
    settings.EMAIL_BACKEND = "home.mail.backend.OutboxBackend"
    send_mail("A", "B", None, ["anna@org.test"], html_message="<b>B</b>")
    assert OutboxMessage.objects.get().html == "<b>B</b>"
