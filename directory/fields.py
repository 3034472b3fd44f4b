"""A few values of a closed list, kept as a JSON list in the list's own order."""

import json

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class ValuesFormField(forms.TypedMultipleChoiceField):
    """Checkboxes; what the model keeps may come as a list or as JSON."""

    widget = forms.CheckboxSelectMultiple

    def prepare_value(self, value):
        return json.loads(value) if isinstance(value, str) and value.startswith("[") else value

    def has_changed(self, initial, data):
        return list(initial or []) != self.to_python(data)


class ValuesField(models.JSONField):
    """``ValuesField(Access)``: any number of its values, none twice.

    ``values_of`` may be a ``TextChoices`` class or a function that returns choices.
    """

    def __init__(self, *args, values_of=None, **kwargs):
        self.values_of = values_of
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def value_choices(self) -> list[tuple[str, str]]:
        return list(self.values_of.choices) if hasattr(self.values_of, "choices") else self.values_of()

    def labels(self, values) -> list[str]:
        """The words of ``values``, in the list's order; what the list no longer has is left out."""
        return [label for value, label in self.value_choices() if value in (values or [])]

    def clean(self, value, model_instance):
        known = [choice for choice, _label in self.value_choices()]
        if not isinstance(value, list) or not set(value) <= set(known):
            raise ValidationError(_("Please choose from the list."))
        return [choice for choice in known if choice in value]

    def formfield(self, **kwargs):
        return ValuesFormField(
            choices=self.value_choices(),
            required=not self.blank,
            label=kwargs.get("label", self.verbose_name.capitalize() if self.verbose_name else ""),
            help_text=self.help_text,
        )
