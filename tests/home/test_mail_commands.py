"""What whoever hosts the site sees of mail: the test mail, and the list in the admin."""

import io

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from home.mail.outbox import enqueue
from home.models import OutboxMessage, User

pytestmark = pytest.mark.django_db


def send_test_mail(address, **options):
    out = io.StringIO()
    call_command("send_test_mail", address, stdout=out, **options)
    return out.getvalue()


def test_test_mail_is_sent_at_once_and_says_so():
    told = send_test_mail("anna@org.test")
    assert "Written into the outbox" in told and "Sent:" in told
    (message,) = mail.outbox
    assert message.to == ["anna@org.test"]
    assert 'lang="lv"' in message.alternatives[0][0]
    assert "<script" not in message.alternatives[0][0] and "http://localhost" not in message.body


def test_test_mail_in_english():
    send_test_mail("anna@org.test", language="en")
    assert (mail.outbox[0].subject, 'lang="en"' in mail.outbox[0].alternatives[0][0]) == ("Test mail", True)


def test_test_mail_to_a_real_person_is_held_back_in_a_demo(settings):
    settings.MAIL_ALLOW_REAL = False
    with pytest.raises(CommandError, match="MAIL_ALLOW_REAL=1"):
        send_test_mail("anna@kekava.lv")
    assert not mail.outbox


def test_server_that_is_away_is_named(settings):
    settings.MAIL_TRANSPORT_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with pytest.raises(CommandError, match=r"ConnectionRefusedError(.|\n)*127\.0\.0\.1:9 \(EMAIL_URL\)"):
        send_test_mail("anna@org.test")
    assert OutboxMessage.objects.get().attempts == 1


def test_nonsense_is_refused():
    with pytest.raises(CommandError):
        send_test_mail("anna")


# --- the list in the admin ------------------------------------------------------------------------------------


@pytest.fixture
def mails(site):
    now = timezone.now()
    rows = {}
    for name, columns in {
        "sent": {"sent_at": now},
        "failed": {"failed_at": now, "last_error": "SMTPDataError: 554 refused"},
        "purged": {"sent_at": now, "purged_at": now, "subject": "", "text": "", "recipient": ""},
        "waiting": {},
    }.items():
        row = enqueue(
            occasion=f"o-{name}", recipient="anna@org.test", subject=f"Vēstule {name}", text="saturs-vestulei"
        )
        OutboxMessage.objects.filter(pk=row.pk).update(**columns)
        rows[name] = OutboxMessage.objects.get(pk=row.pk)
    return rows


@pytest.fixture
def person(client):
    """A member of staff without any permission but the admin's own; ``may`` gives one more."""
    user = User.objects.create_user("ilze@platforma.test", "x")
    group = Group.objects.create(name="Try")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    client.force_login(user)

    def may(codename):
        group.permissions.add(Permission.objects.get(codename=codename))

    user.may = may
    return user


def test_list_is_for_those_who_may_see_it(mails, person, client):
    assert client.get("/admin/outbox/").status_code == 302
    assert client.post(f"/admin/outbox/{mails['failed'].pk}/again/").status_code in (302, 403)
    person.may("view_outboxmessage")
    assert client.get("/admin/outbox/").status_code == 200


def test_list_shows_state_and_error_but_no_content(mails, person, client):
    person.may("view_outboxmessage")
    html = client.get("/admin/outbox/").content.decode()
    assert "Vēstule failed" in html and "554 refused" in html
    assert "saturs-vestulei" not in html
    assert html.count("/again/") == 2


def test_list_is_filtered_by_state(mails, person, client):
    person.may("view_outboxmessage")
    html = client.get("/admin/outbox/", {"state": "failed"}).content.decode()
    assert "Vēstule failed" in html and "Vēstule sent" not in html
    assert client.get("/admin/outbox/", {"state": "nonsense"}).status_code == 200


def test_number_of_queries_does_not_grow(mails, person, client, django_assert_max_num_queries):
    person.may("view_outboxmessage")
    client.get("/admin/outbox/")
    for number in range(10):
        enqueue(occasion=f"more-{number}", recipient="anna@org.test", subject="x", text="t")
    # Session, user and permissions; rows, count and filter; what Wagtail's own frame asks for.
    with django_assert_max_num_queries(20):
        client.get("/admin/outbox/")


def test_sending_again(mails, person, client):
    person.may("view_outboxmessage")
    address = f"/admin/outbox/{mails['failed'].pk}/again/"
    assert client.get(address).status_code == 200
    assert OutboxMessage.objects.get(pk=mails["failed"].pk).failed_at
    client.post(address)
    row = OutboxMessage.objects.get(pk=mails["failed"].pk)
    assert (row.state, row.attempts) == (OutboxMessage.State.QUEUED, 0)
    assert client.get(f"/admin/outbox/{mails['purged'].pk}/again/").status_code == 404


def test_nothing_can_be_edited_or_deleted(mails, person, client):
    for codename in ("add_outboxmessage", "change_outboxmessage", "delete_outboxmessage", "view_outboxmessage"):
        person.may(codename)
    for address in ("new/", f"edit/{mails['sent'].pk}/", f"delete/{mails['sent'].pk}/"):
        assert client.get(f"/admin/outbox/{address}").status_code == 404
