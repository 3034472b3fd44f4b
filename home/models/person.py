from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from home.phone import phone_number
from home.translated import TranslatedField


class Person(models.Model):
    """Somebody the site names: staff, lecturers, storytellers. Personal data lives here alone, so it can be erased."""

    name = models.CharField(_("name"), max_length=120)
    role = TranslatedField(_("role"), text_length=160, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    email = models.EmailField(_("email"), blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True, validators=[phone_number])
    hours = TranslatedField(_("when to call"), text_length=120, blank=True)
    photo = models.ForeignKey(
        "home.Image", verbose_name=_("photo"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_sample = models.BooleanField(
        _("sample"), default=False, help_text=_("Invented for the demonstration: marked as a sample for readers.")
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("role"),
        FieldPanel("organisation"),
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("hours"), FieldPanel("email")], heading=_("How to reach")),
        FieldPanel("photo"),
        FieldPanel("is_sample"),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("name",)

    def __str__(self):
        return self.name
