"""Mail that came back: what counts as such, and from which mailboxes it is read."""

import mailbox
import socketserver
import threading
from pathlib import Path

import pytest

from home.mail import bounces
from home.mail.outbox import enqueue

SAMPLES = Path("tests/data/bounces")
NAMES = ("failed.eml", "headers_only.eml")


@pytest.fixture
def mail(db):
    return enqueue(occasion="kaut-kas", recipient="anna@platforma.test", subject="Vai viss pareizi?", text="Labdien!")


@pytest.fixture
def told(monkeypatch):
    addresses = []
    monkeypatch.setattr(bounces, "_handlers", [addresses.append])
    return addresses


def notice(mail, name="failed.eml", recipient="anna@platforma.test", action="failed", status="5.1.1", message_id=""):
    words = {
        "{recipient}": recipient,
        "{message_id}": message_id or mail.message_id,
        "{action}": action,
        "{status}": status,
    }
    text = (SAMPLES / name).read_text()
    for mark, value in words.items():
        text = text.replace(mark, value)
    return text.encode()


@pytest.mark.parametrize("name", NAMES)
def test_a_notice_names_recipient_mail_and_code(mail, name):
    wanted = bounces.Bounce("anna@platforma.test", mail.message_id, "5.1.1")
    assert bounces.bounces_in(notice(mail, name)) == [wanted]


@pytest.mark.parametrize("name", NAMES)
def test_ours_is_told_and_written_down(mail, told, name):
    assert bounces.take(notice(mail, name)) == 1
    assert told == ["anna@platforma.test"]
    mail.refresh_from_db()
    assert mail.last_error == "came back: 5.1.1"


@pytest.mark.parametrize(
    "changes",
    [
        {"action": "delayed"},
        {"status": "4.2.2"},
        {"recipient": "cita@platforma.test"},
        {"message_id": "<0123456789abcdef@platforma.test>"},
        {"message_id": "<\u0101\u0010@x>"},
    ],
)
def test_what_is_not_ours_or_not_for_good_counts_as_nothing(mail, told, changes):
    assert bounces.take(notice(mail, **changes)) == 0
    assert told == []


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\x00",
        b"Subject: Atvalinajums\n\nEsmu atvalinajuma.",
        b"Content-Type: message/delivery-status\n\nStatus: 5.1.1\n",
        b"Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\nAction: failed\n\n--x--",
    ],
)
def test_any_other_mail_is_left_aside(db, told, raw):
    assert bounces.take(raw) == 0
    assert told == []


def test_maildir_and_mbox_are_read_once(mail, told, tmp_path):
    for kind, make in (("maildir", mailbox.Maildir), ("mbox", mailbox.mbox)):
        path = tmp_path / kind
        box = make(str(path), create=True)
        box.add(notice(mail))
        box.add(b"Subject: Sveiki\n\nNekas.")
        box.close()
        assert bounces.read_mailbox(f"{kind}://{path}") == {"read": 2, "ours": 1}
        assert bounces.read_mailbox(f"{kind}://{path}") == {"read": 0, "ours": 0}
    assert told == ["anna@platforma.test"] * 2


def test_without_a_mailbox_nothing_is_asked(settings):
    settings.BOUNCE_MAILBOX_URL = ""
    assert bounces.read_mailbox() == {}
    with pytest.raises(ValueError, match="BOUNCE_MAILBOX_URL"):
        bounces.read_mailbox("pop3://x@y/")


class _Imap(socketserver.StreamRequestHandler):
    """As much of RFC 3501 as the reading of a mailbox needs, over a real socket."""

    def handle(self):
        self.say("* OK ready")
        for line in self.rfile:
            tag, verb, *words = line.decode().split()
            getattr(self, f"do_{verb.lower()}", self.do_other)(words)
            self.say(f"{tag} OK done")
            if verb.upper() == "LOGOUT":
                return

    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def do_capability(self, words):
        self.say("* CAPABILITY IMAP4rev1")

    def do_login(self, words):
        self.server.signed_in = words

    def do_select(self, words):
        self.say(f"* {len(self.server.mails)} EXISTS")

    def do_search(self, words):
        self.say("* SEARCH " + " ".join(str(number) for number in sorted(self.server.mails)))

    def do_fetch(self, words):
        raw = self.server.mails[int(words[0])].replace(b"\n", b"\r\n")
        self.wfile.write(f"* {words[0]} FETCH (RFC822 {{{len(raw)}}}\r\n".encode() + raw + b")\r\n")

    def do_store(self, words):
        self.server.gone.add(int(words[0]))

    def do_expunge(self, words):
        for number in self.server.gone:
            self.server.mails.pop(number, None)

    def do_other(self, words):
        pass


def test_a_mailbox_is_read_over_imap(mail, told):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Imap) as server:
        server.daemon_threads = True
        server.mails, server.gone = {1: notice(mail), 2: b"Subject: Sveiki\n\nNekas."}, set()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"imap://nvo%40platforma.test:s%3Akret@127.0.0.1:{server.server_address[1]}/INBOX"
        assert bounces.read_mailbox(url) == {"read": 2, "ours": 1}
        assert bounces.read_mailbox(url) == {"read": 0, "ours": 0}
        server.shutdown()
    assert told == ["anna@platforma.test"]
    assert server.signed_in == ["nvo@platforma.test", '"s:kret"']
