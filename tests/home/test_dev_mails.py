"""Mails that development writes into files can be read on a page."""

from django.core.mail import EmailMultiAlternatives, get_connection

from home.dev_mails import written_mails


def test_mails_of_a_folder_newest_first_with_their_attachments(tmp_path):
    connection = get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=str(tmp_path))
    for number in (1, 2):
        mail = EmailMultiAlternatives(f"Vieta {number}", "Jums ir vieta.", "a@paraugs.test", ["b@paraugs.test"])
        mail.attach_alternative("<p>Jums ir vieta.</p>", "text/html")
        mail.attach("invite.ics", "BEGIN:VCALENDAR", "text/calendar")
        connection.send_messages([mail])
    first, second = written_mails(str(tmp_path))
    assert [first["subject"], second["subject"]] == ["Vieta 2", "Vieta 1"]
    assert (first["to"], first["text"].strip(), first["attachments"]) == (
        "b@paraugs.test",
        "Jums ir vieta.",
        ["invite.ics"],
    )


def test_empty_folder_has_none(tmp_path):
    assert written_mails(str(tmp_path / "mail")) == []
