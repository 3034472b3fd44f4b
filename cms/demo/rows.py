"""Rows beside the pages: settlements, topics, categories, people, the funder and the project. Safe to run again."""

import csv
from pathlib import Path

from django.conf import settings
from django.contrib.gis.geos import Point

from cms.demo.content import rows
from cms.demo.parts import Words
from directory.models import Settlement, Topic
from home.models import Funder, Person, Project
from home.translated import Translated
from news.models import Category

SETTLEMENTS = Path(settings.BASE_DIR) / "directory" / "data" / "settlements.csv"


def translated(words: Words | None) -> Translated:
    """A pair as the value of a ``TranslatedField``."""
    return Translated(zip(("lv", "en"), words, strict=True)) if words else Translated()


def load_settlements() -> None:
    """Those of the shipped list, the records left out for a stated reason excepted."""
    settlements = []
    with SETTLEMENTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["left_out"]:
                continue
            facts = {name: row[name] for name in ("slug", "name", "locative", "kind", "parish")}
            point = Point(float(row["lon"]), float(row["lat"]), srid=4326) if row["lat"] else None
            settlements.append(Settlement(**facts, point=point, is_main=bool(row["is_main"])))
    fields = ["name", "locative", "kind", "parish", "point", "is_main"]
    Settlement.objects.bulk_create(settlements, update_conflicts=True, unique_fields=["slug"], update_fields=fields)


def load_topics() -> None:
    for order, (slug, lv, en, icon, children) in enumerate(rows.TOPICS):
        parent, _ = Topic.objects.update_or_create(
            slug=slug, defaults={"name": translated((lv, en)), "icon": icon, "sort_order": order * 100, "parent": None}
        )
        for place, (child, child_lv, child_en) in enumerate(children, 1):
            Topic.objects.update_or_create(
                slug=child,
                defaults={
                    "name": translated((child_lv, child_en)),
                    "parent": parent,
                    "sort_order": order * 100 + place,
                },
            )


def load_categories() -> None:
    for order, (slug, lv, en) in enumerate(rows.CATEGORIES):
        Category.objects.update_or_create(slug=slug, defaults={"name": translated((lv, en)), "sort_order": order})


def load_people() -> dict[str, int]:
    """Key → primary key."""
    people = {}
    for key, (name, role, organisation, phone, hours, is_sample) in rows.PEOPLE.items():
        person, _ = Person.objects.update_or_create(
            name=name,
            defaults={
                "role": translated(role),
                "organisation": organisation,
                "phone": phone,
                "hours": translated(hours),
                "is_sample": is_sample,
            },
        )
        people[key] = person.pk
    return people


def load_project() -> dict[str, int]:
    facts = {name: translated(value) if isinstance(value, tuple) else value for name, value in rows.PROJECT.items()}
    project = Project.objects.filter(number=facts["number"]).first() or Project()
    funder = project.funder or Funder()
    funder.name = translated(rows.FUNDER["name"])
    funder.save()
    for name, value in facts.items():
        setattr(project, name, value)
    project.funder = funder
    project.save()
    return {"platform": project.pk}
