"""The documents name what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
NAMED = re.compile(r"`((?:cms|home|directory|news|templates|static|tests|docs|locale|bench)/[\w./-]+)`")


@pytest.mark.parametrize("name", ["docs/architecture.md", "README.md"])
def test_every_path_that_a_document_names_exists(name):
    named = set(NAMED.findall((ROOT / name).read_text(encoding="utf-8")))
    assert named
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_links_between_documents_lead_somewhere():
    for file in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/*.md")]:
        for target in re.findall(r"\]\((?!http|#)([^)#]+)", file.read_text(encoding="utf-8")):
            assert (file.parent / target).exists(), f"{file.name}: {target}"
