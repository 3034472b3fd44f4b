"""Texts of rows that belong to no language: one field, one value per language.

Stored as JSON, ``{"lv": "...", "en": "..."}``. The value prints itself in the active language and falls back to the
main one, so a template just writes ``{{ topic.name }}``; ``value.language`` tells which language was taken.
"""

import json

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Translated(dict):
    """Language code → text; ``str()`` gives the active language, else the main one, else any."""

    @property
    def language(self) -> str:
        """The language whose text ``str()`` gives now."""
        active = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
        for code in (active, settings.LANGUAGE_CODE, *self):
            if self.get(code):
                return code
        return settings.LANGUAGE_CODE

    def __str__(self) -> str:
        return self.get(self.language, "")

    def __bool__(self) -> bool:
        return any(self.values())

    def __hash__(self) -> int:  # a value is used as a label in choices and columns
        return hash(tuple(sorted(self.items())))

    def all_texts(self) -> list[str]:
        return [text for text in self.values() if text]


class TranslatedWidget(forms.MultiWidget):
    """One input per language of the site, the main language first."""

    template_name = "home/widgets/translated.html"

    def __init__(self, widget: type[forms.Widget] = forms.TextInput, attrs: dict | None = None):
        self.codes = [code for code, _name in settings.LANGUAGES]
        super().__init__({code: widget(attrs={"lang": code}) for code in self.codes}, attrs)

    def decompress(self, value):
        value = value or {}
        if isinstance(value, str):
            value = json.loads(value)
        return [value.get(code, "") for code in self.codes]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        for part, (_code, label) in zip(context["widget"]["subwidgets"], settings.LANGUAGES, strict=True):
            part["language"] = label
        return context

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_{self.codes[0]}" if id_ else id_


class TranslatedFormField(forms.MultiValueField):
    """Gives a :class:`Translated`; the main language is required when the field is."""

    def __init__(self, *, multiline: bool = False, max_length: int | None = None, **kwargs):
        codes = [code for code, _name in settings.LANGUAGES]
        fields = [
            forms.CharField(
                max_length=max_length, required=kwargs.get("required", True) and code == settings.LANGUAGE_CODE
            )
            for code in codes
        ]
        kwargs.setdefault("widget", TranslatedWidget(forms.Textarea if multiline else forms.TextInput))
        for unused in ("encoder", "decoder"):
            kwargs.pop(unused, None)
        self.codes = codes
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, values):
        return Translated({code: text for code, text in zip(self.codes, values or [], strict=False) if text})

    def has_changed(self, initial, data):
        return super().has_changed(self.widget.decompress(initial), data)


class _AlwaysTranslated(DeferredAttribute):
    """Whatever is assigned, a form's or a script's dict, reads as :class:`Translated`."""

    def __set__(self, instance, value):
        is_plain = isinstance(value, dict) and not isinstance(value, Translated)
        instance.__dict__[self.field.attname] = Translated(value) if is_plain else value


class TranslatedField(models.JSONField):
    """A text in every language of the site; see the module."""

    def __init__(self, *args, multiline: bool = False, text_length: int | None = None, **kwargs):
        self.multiline = multiline
        self.text_length = text_length
        kwargs.setdefault("default", Translated)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs

    def contribute_to_class(self, cls, name, private_only=False):
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _AlwaysTranslated(self))

    def from_db_value(self, value, expression, connection):
        if value == "{}":  # most texts of most rows
            return Translated()
        value = super().from_db_value(value, expression, connection)
        return Translated(value or {})

    def to_python(self, value):
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                value = {settings.LANGUAGE_CODE: value}
        if value is not None and not isinstance(value, dict):
            raise ValidationError(_("A text per language is needed."))
        return Translated(value or {})

    def validate(self, value, model_instance):
        if not self.blank and not value.get(settings.LANGUAGE_CODE):
            raise ValidationError(self.error_messages["blank"], code="blank")

    def formfield(self, **kwargs):
        return models.Field.formfield(
            self,
            **{
                "form_class": TranslatedFormField,
                "multiline": self.multiline,
                "max_length": self.text_length,
                "required": not self.blank,
                **kwargs,
            },
        )
