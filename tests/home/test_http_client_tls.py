"""The guarded client over https, against a real server with a certificate of an authority of the test's own."""

import datetime
import ipaddress
import ssl

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from home.http_client import RefusedError, UnreachableError, fetch
from tests.factories.upstream import saying, upstream

LIMITS = {"seconds": 5, "most_bytes": 1000}


def certificate(name: str, alternative: x509.GeneralName | None, issuer=None):
    """A certificate and its key, signed by ``issuer`` or by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    signer, signing_key = (issuer[0].subject, issuer[1]) if issuer else (subject, key)
    now = datetime.datetime.now(datetime.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(signer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    )
    if alternative:
        builder = builder.add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
    return builder.sign(signing_key, hashes.SHA256()), key


def pem(*things) -> bytes:
    plain = serialization.NoEncryption()
    return b"".join(
        thing.public_bytes(serialization.Encoding.PEM)
        if isinstance(thing, x509.Certificate)
        else thing.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        for thing in things
    )


@pytest.fixture
def authority(tmp_path, monkeypatch):
    """An authority that this machine trusts for the length of the test."""
    made = certificate("Authority of a test", None)
    file = tmp_path / "authority.pem"
    file.write_bytes(pem(made[0]))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return made


@pytest.fixture
def encrypted(tmp_path, settings):
    """Start a server that shows a certificate, with an answer."""
    opened = []

    def start(shown, answer):
        file = tmp_path / "server.pem"
        file.write_bytes(pem(*shown))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        serving = upstream(answer)
        server = serving.__enter__()
        opened.append(serving)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        settings.OUTBOUND_ALLOW = [*settings.OUTBOUND_ALLOW, server.address]
        return f"https://{server.address}"

    settings.OUTBOUND_ALLOW = []
    yield start
    for serving in opened:
        serving.__exit__(None, None, None)


LOOPBACK = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))


def test_certificate_of_the_host_is_accepted(authority, encrypted):
    url = encrypted(certificate("here", LOOPBACK, authority), saying(body=b"secret words"))
    assert fetch(url, **LIMITS).body == b"secret words"


def test_certificate_of_another_host_is_not(authority, encrypted):
    url = encrypted(certificate("there", x509.DNSName("tiles.example"), authority), saying(body=b"x"))
    with pytest.raises(UnreachableError, match="SSLCertVerificationError"):
        fetch(url, **LIMITS)


def test_certificate_that_nobody_vouches_for_is_not(encrypted):
    url = encrypted(certificate("here", LOOPBACK), saying(body=b"x"))
    with pytest.raises(UnreachableError, match="SSLCertVerificationError"):
        fetch(url, **LIMITS)


def test_redirect_out_of_the_encryption_is_refused(authority, encrypted, settings):
    with upstream(saying(body=b"plain")) as plain:
        settings.OUTBOUND_ALLOW = [plain.address]
        url = encrypted(certificate("here", LOOPBACK, authority), saying(302, Location=plain.url))
        with pytest.raises(RefusedError, match="https"):
            fetch(url, redirects=3, **LIMITS)
        assert plain.asked == []
