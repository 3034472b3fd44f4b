"""docs/operations.md names what is there: every variable that the settings read, every check, every command."""

import re

from django.conf import settings
from django.core.management import get_commands

PAGE = (settings.BASE_DIR / "docs" / "operations.md").read_text()


def source(*patterns: str) -> str:
    return "\n".join(path.read_text() for pattern in patterns for path in sorted(settings.BASE_DIR.glob(pattern)))


def test_every_variable_is_explained():
    code = source("cms/settings/*.py", "cms/geolibs.py")
    read = set(re.findall(r"env(?:\.\w+)?\(\s*\"([A-Z_]+)\"", code)) | set(
        re.findall(r"environ(?:\.get\(|\[)\"([A-Z_]+)\"", code)
    )
    table = PAGE.partition("## Environment\n")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([A-Z_]+)`", table))
    assert read - named == set()


def test_every_start_up_check_is_named():
    identities = set(re.findall(r"id=\"cms\.([EW]\d+)\"", source("cms/checks.py")))
    errors = {f"E{number:03}" for number in range(1, 9)}
    assert identities - errors == set(re.findall(r"`cms\.(W\d+)`", PAGE))


def test_every_command_of_ours_on_the_page_exists():
    ours = {name for name, app in get_commands().items() if app in ("cms", "home")}
    named = set(re.findall(r"platform-manage (\w+)", PAGE)) & (ours | {"send_test_mail", "break_glass", "worker"})
    assert {"send_test_mail", "break_glass"} <= named <= ours
    assert "worker" in ours


def test_headers_of_media_for_nginx_are_those_of_the_class():
    from cms.security_policy import policies

    headers = policies()["media"].headers()
    block = PAGE.partition("location /media/ {")[2].partition("location ~*")[0]
    for name in ("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Resource-Policy"):
        assert f"add_header {name} {headers[name]} always;" in block
    assert f'add_header Content-Security-Policy "{headers["Content-Security-Policy"]}" always;' in block
