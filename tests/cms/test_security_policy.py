"""The page docs/security-policy.md, the table in the code and the headers that are really sent: one and the same."""

import re
from pathlib import Path

import pytest
import wagtail
import wagtail_localize
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.forms.renderers import get_default_renderer
from django.http import HttpResponse
from django.template.loader import get_template
from django.test import RequestFactory
from django.urls import get_resolver, reverse
from wagtail.documents.models import Document
from wagtail.models import Page

from cms.middleware import SecurityPolicyMiddleware
from cms.security_policy import PORTAL_VIEWS, PREVIEW_VIEWS, is_shown_inline, policies
from home.models import User
from tests.factories.site import article, news_index, standard_page, translate

DOCUMENT = (settings.BASE_DIR / "docs" / "security-policy.md").read_text()


def rows_of(heading: str) -> list[list[str]]:
    """Cells of the first table below a heading, the rule under its head left out."""
    table = DOCUMENT.partition(f"## {heading}\n")[2]
    lines = re.search(r"(?:^\|.*\n)+", table, re.MULTILINE)[0].splitlines()
    cells = [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines]
    return [cells[0], *cells[2:]]


def documented() -> dict[str, dict[str, str]]:
    """Headers per class as the page has them."""
    classes = {}
    for name, _addresses, framing, referrer, cache in rows_of("Classes of address")[1:]:
        classes[name] = {"X-Frame-Options": framing, "Referrer-Policy": referrer, "cache": cache, "csp": {}}
    head, *directives = rows_of("Content-Security-Policy")
    for directive, *cells in directives:
        for name, cell in zip(head[1:], cells, strict=True):
            if cell:
                sources = cell.replace("VIDEO_HOSTS", " ".join(settings.VIDEO_HOSTS))
                sources = sources.replace("EMBED_ALLOWED_HOSTS", " ".join(settings.EMBED_ALLOWED_HOSTS)).strip()
                classes[name]["csp"][directive] = "" if sources == "yes" else sources
    return classes


def parsed(header: str) -> dict[str, str]:
    return {name: sources for name, _space, sources in (part.partition(" ") for part in header.split("; "))}


def assert_as_documented(response, name):
    expected = documented()[name]
    assert parsed(response["Content-Security-Policy"]) == expected["csp"]
    for header in ("X-Frame-Options", "Referrer-Policy"):
        assert response.get(header, "") == expected[header], header
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Opener-Policy"] == response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    if "no-store" in expected["cache"]:
        assert "no-store" in response["Cache-Control"]


def test_page_and_code_name_the_same_classes():
    assert list(documented()) == list(policies())


@pytest.mark.parametrize("name", list(policies()))
def test_page_and_code_agree(name):
    policy = policies()[name]
    expected = documented()[name]
    assert parsed(policy.headers()["Content-Security-Policy"]) == expected["csp"]
    assert (policy.framing, policy.referrer, policy.cache) == (
        expected["X-Frame-Options"],
        expected["Referrer-Policy"],
        expected["cache"],
    )


# --- what is sent ---------------------------------------------------------------------------------------------


@pytest.fixture
def editor(db, client):
    client.force_login(User.objects.create_superuser("ilze@platforma.test", "x"))
    return client


@pytest.fixture(scope="module")
def _pages(site_of_file):
    site = site_of_file
    index = news_index(site.home, slug="jaunumi")
    translate(index, title="News", slug="news")
    article(index, slug="viens")
    standard_page(site.home, "Par mums", slug="par-mums")


@pytest.fixture
def pages(_pages, db):
    return ["/", "/en/", "/jaunumi/", "/en/news/", "/jaunumi/viens/", "/par-mums/", "/en/par-mums/", reverse("search")]


def test_public_pages(pages, client):
    for address in [*pages, "/nav-tadas/"]:
        assert_as_documented(client.get(address), "public")


def test_anonymous_readers_get_no_cookie_and_ask_nobody_else(pages, client):
    for address in [*pages, "/nav-tadas/", "/robots.txt", "/sitemap.xml", "/healthz"]:
        response = client.get(address)
        assert not response.cookies, address
        assert "Cookie" not in response.get("Vary", ""), address
        html = response.content.decode()
        loaded = re.findall(
            r"<(?:script|img|iframe|source|link rel=.?(?:stylesheet|icon|preload))"
            r"[^>]*?(?:src|href|srcset)=[\"']?(\S+?)[\"' >]",
            html,
        )
        assert all(url.startswith(("/", "data:", settings.SITE_URL)) and not url.startswith("//") for url in loaded), (
            loaded
        )


def test_no_inline_script_style_or_handler_on_public_pages(pages, client):
    for address in pages:
        html = client.get(address).content.decode()
        scripts = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", html)
        assert all("application/ld+json" in script or "application/json" in script for script in scripts), address
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"", html), address


@pytest.mark.django_db
def test_account_pages(site, client):
    for address in (reverse("account_login"), reverse("account_reset_password"), "/en/account/login/"):
        assert_as_documented(client.get(address), "account")


def test_admin(site, editor):
    for address in ("/admin/", f"/admin/pages/{site.home.pk}/edit/", "/admin/reports/site-history/"):
        assert_as_documented(editor.get(address), "admin")


def test_preview_may_be_framed_by_the_admin(site, editor):
    assert_as_documented(editor.get(f"/admin/pages/{site.home.pk}/view_draft/"), "preview")
    revision = site.home.latest_revision
    address = reverse("wagtailadmin_pages:revisions_view", args=[site.home.pk, revision.pk])
    assert_as_documented(editor.get(address), "preview")


def test_every_preview_view_of_wagtail_is_known():
    def names(resolver, prefix=""):
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
                yield from names(pattern, space)
            elif pattern.name:
                yield prefix + pattern.name

    found = {name for name in names(get_resolver()) if "preview" in name or "draft" in name}
    found = {name for name in found if not name.startswith(PORTAL_VIEWS)}  # members' own, in a class of its own
    # The one of wagtailimages shows a picture inside a form of the admin, as a file.
    assert {name for name in found if not PREVIEW_VIEWS.search(name)} <= {"wagtailimages:preview"}


@pytest.mark.django_db
def test_addresses_for_machines(site, client):
    for address in ("/healthz", "/readyz", "/robots.txt", "/sitemap.xml"):
        assert_as_documented(client.get(address), "machine")


def answer(path: str, content_type: str, **headers):
    """What the middleware makes of a file's answer."""
    request = RequestFactory().get(path)
    request.user, request.resolver_match = AnonymousUser(), None
    return SecurityPolicyMiddleware(lambda _request: HttpResponse(b"x", content_type=content_type, headers=headers))(
        request
    )


def test_static_files():
    assert_as_documented(answer("/static/css/main.css", "text/css"), "static")


@pytest.mark.parametrize(
    "content_type,inline",
    [("image/jpeg", True), ("image/svg+xml", False), ("text/html; charset=utf-8", False), ("application/xml", False)],
)
def test_media(content_type, inline):
    response = answer("/media/a.bin", content_type)
    assert_as_documented(response, "media")
    assert ("Content-Disposition" not in response) is inline
    assert is_shown_inline(content_type) is inline


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name,content,policy,disposition",
    [
        ("a.csv", b"a;b", "document", "attachment"),
        ("a.pdf", b"%PDF-1.4", "document-pdf", "inline"),
        ("a.svg", b"<svg/>", "document", "attachment"),
        ("a.html", b"<script>1</script>", "document", "attachment"),
    ],
)
def test_documents(site, editor, name, content, policy, disposition):
    document = Document.objects.create(title="a", file=ContentFile(content, name=name))
    document.file.close()
    response = editor.get(document.url)
    assert (response.status_code, b"".join(response)) == (200, content)
    response.close()
    assert_as_documented(response, policy)
    assert response["Content-Disposition"].startswith(disposition)


def test_https_upgrades_and_hsts(settings, pages, client):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    response = client.get("/", secure=True)
    assert response["Content-Security-Policy"].endswith("; upgrade-insecure-requests")
    assert response["Strict-Transport-Security"].startswith("max-age=31536000")


# --- the admin's templates ------------------------------------------------------------------------------------


def inline_scripts(package) -> set[str]:
    """Templates of an installed package that hold a script without ``src`` that is not data, or a style element."""
    found = set()
    root = Path(package.__file__).parent
    for template in root.rglob("templates/**/*.html"):
        text = template.read_text(errors="ignore")
        scripts = [tag for tag in re.findall(r"<script([^>]*)>", text) if "src=" not in tag and "json" not in tag]
        if (scripts or "<style" in text) and "/test/" not in str(template) and "notifications" not in str(template):
            found.add(str(template).rpartition("/templates/")[2])
    return found


def test_every_inline_script_of_wagtail_is_overridden():
    overridden = {row[0].partition(" ")[0].strip("`") for row in rows_of("Why, where it is not evident")[1:]}
    in_use = {
        name for name in inline_scripts(wagtail) | inline_scripts(wagtail_localize) if "searchpromotions" not in name
    }
    assert in_use - overridden == set()


@pytest.mark.parametrize("row", rows_of("Why, where it is not evident")[1:-1], ids=lambda row: row[0])
def test_override_is_the_one_in_use(row):
    name, path = row[0].partition(" ")[0].strip("`"), settings.BASE_DIR / row[1]
    template = get_default_renderer().get_template(name) if "/widgets/" in name else get_template(name)
    assert template.template.origin.name == str(path)
    text = path.read_text()
    assert not re.search(r"<script(?![^>]*src=)|<style", text)


@pytest.mark.django_db
def test_editor_s_pages_hold_no_inline_script(site, editor):
    index = news_index(site.home, slug="zinas")
    page = article(index, slug="viens")
    addresses = [
        "/admin/",
        f"/admin/pages/{page.pk}/edit/",
        f"/admin/pages/add/news/articlepage/{index.pk}/",
        reverse("wagtailsettings:edit", args=["home", "sitesettings", site.pk]),
        "/admin/workflows/add/",
        f"/admin/localize/submit/page/{page.pk}/",
        "/admin/users/new/",
        "/admin/redirects/add/",
    ]
    for address in addresses:
        response = editor.get(address)
        assert response.status_code == 200, address
        html = response.content.decode()
        tags = re.findall(r"<script([^>]*)>", html)
        assert [tag for tag in tags if "src=" not in tag and "json" not in tag] == [], address
        assert not re.search(r"\son(click|change|submit|load)=\"", html), address
    assert Page.objects.filter(pk=page.pk).exists()
