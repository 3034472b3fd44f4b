"""The style sheets, scripts and templates keep the promises that browsers would break silently."""

import re
from pathlib import Path

import pytest
from django.conf import settings

STATIC = settings.BASE_DIR / "static"
TEMPLATES = settings.BASE_DIR / "templates"
COMPONENTS = sorted((STATIC / "css" / "components").glob("*.css"))
ALONE = {"style-guide.css"}  # linked by its own page, in development only


def rules_after(text: str, beginning: str) -> dict[str, str]:
    block = text[text.index(beginning) + len(beginning) :]
    return dict(re.findall(r"(--[\w-]+): ([^;]+);", block[: block.index("}")]))


def test_every_component_style_sheet_is_imported_once():
    entries = "".join((STATIC / "css" / name).read_text() for name in ("main.css", "more.css"))
    imported = re.findall(r'components/([\w-]+\.css)"\) layer\(components\);', entries)
    assert sorted(imported) == sorted({file.name for file in COMPONENTS} - ALONE)


def test_high_contrast_is_the_same_asked_of_the_page_or_of_the_device():
    tokens = (STATIC / "css/tokens.css").read_text()
    by_page = rules_after(tokens, ":root:has(#contrast-more:checked) {")
    by_device = rules_after(tokens, "@media (prefers-contrast: more) {\n  :root {")
    assert by_page == by_device != {}


@pytest.mark.parametrize("file", COMPONENTS, ids=lambda file: file.name)
def test_components_take_colours_and_layers_from_the_tokens(file):
    text = re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.DOTALL)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;\s,)])|\brgba?\(", text) == []
    assert re.findall(r"z-index: (?!var\(|auto|1;)", text) == []


def test_every_token_that_is_used_exists():
    sheets = [*COMPONENTS, *(STATIC / "css").glob("*.css")]
    text = "".join(file.read_text() for file in sheets if file.name not in {"admin.css", "error.css"})
    assert set(re.findall(r"var\((--[\w-]+)\)", text)) - set(re.findall(r"(--[\w-]+):", text)) == set()


def test_every_import_of_a_script_ends_with_a_semicolon():
    scripts = list((STATIC / "js").rglob("*.js"))
    lines = [line for file in scripts for line in file.read_text().splitlines() if re.match(r"\s*import\b", line)]
    assert lines
    assert [line for line in lines if not line.endswith(";")] == []


def test_every_icon_named_in_a_template_is_drawn():
    text = "".join(file.read_text() for file in TEMPLATES.rglob("*.html"))
    named = set(re.findall(r'{% icon "([\w-]+)"', text))
    assert named - {file.stem for file in (STATIC / "icons").glob("*.svg")} == set()


@pytest.mark.parametrize("file", sorted((TEMPLATES / "components").glob("*.html")), ids=lambda file: file.name)
def test_every_component_names_its_variables(file):
    assert file.read_text().startswith("{% comment %}")


def public_templates() -> list[Path]:
    ours = ("home", "news", "components", "navigation", "allauth", "account", "wagtailcore")
    return [
        file
        for file in TEMPLATES.rglob("*.html")
        if file.parent == TEMPLATES or file.relative_to(TEMPLATES).parts[0] in ours
    ]


def test_no_style_and_no_script_inside_html():
    found = [
        (file.name, hit)
        for file in public_templates()
        for hit in re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)", file.read_text())
    ]
    assert found == []
