"""What stays of trainings to read and to watch, as rows for a list of many pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.documents import get_document_model


@dataclass(slots=True)
class Material:
    """A file (``document``), or an address elsewhere."""

    title: str
    url: str = ""
    document: object | None = None


def materials_of(pages: Iterable) -> dict[int, list[Material]]:
    """Primary key of a page → its materials in their order; one query for the files of all."""
    found = {page.pk: list(page.materials.raw_data) for page in pages}
    rows = [row for materials in found.values() for row in materials]
    wanted = [row["value"]["document"] for row in rows if row["type"] == "download"]
    documents = get_document_model().objects.in_bulk([pk for pk in wanted if pk]) if wanted else {}
    made = {pk: [_material(row["type"], row["value"], documents) for row in rows] for pk, rows in found.items()}
    return {pk: [row for row in materials if row] for pk, materials in made.items()}


def _material(kind: str, value: dict, documents: dict) -> Material | None:
    if kind != "download":
        return Material(value["title"], url=value["url"])
    document = documents.get(value["document"])
    return Material(value.get("title") or document.title, document=document) if document else None
