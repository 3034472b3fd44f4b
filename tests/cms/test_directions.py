"""Every foreign key points right: cms > news > directory > home. Strings and many-to-many tables included."""

from django.apps import apps

ORDER = ["home", "directory", "events", "news", "cms"]


def test_no_relation_points_up():
    ours = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in ORDER]
    assert len(ours) > 15
    for model in ours:
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if target in (None, "self") or field.auto_created or target._meta.app_label not in ORDER:
                continue
            source, aim = ORDER.index(model._meta.app_label), ORDER.index(target._meta.app_label)
            assert source >= aim, f"{model._meta.label}.{field.name} points up to {target._meta.label}"
