"""A community or an organisation as a thing that outlives its pages: one row per translation key (design: one thing,
many pages). What is private or has a life of its own hangs here, never on a page or in a revision."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from home.phone import phone_number
from home.translated import TranslatedField


class Profile(models.Model):
    key = models.UUIDField(primary_key=True, editable=False)
    name = models.CharField(_("name"), max_length=255, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    # Since when nobody is left who says who acts for it; staff look for somebody (directory/actions/leave.py).
    without_owner_since = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")
        ordering = ("name",)

    def __str__(self):
        return self.name


class ContactQuerySet(models.QuerySet):
    def first_of(self, key):
        """The contact that the page's own form edits, or ``None``."""
        return self.filter(profile=key).order_by("sort_order", "pk").first()

    def keep_first(self, key, profile_name: str, values: dict):
        """What the page's form says of the first contact; nothing is made of nothing."""
        profile, _created = Profile.objects.update_or_create(key=key, defaults={"name": profile_name})
        contact = self.first_of(key) or Contact(profile=profile)
        for name, value in values.items():
            setattr(contact, name, value)
        if contact.pk or contact.name or contact.phone or contact.email:
            contact.save()

    def shown(self):
        """Contacts with anything a reader may see."""
        public = Contact.Visibility.PUBLIC
        return self.filter(
            models.Q(name_visibility=public) & ~models.Q(name="")
            | models.Q(phone_visibility=public) & ~models.Q(phone="")
            | models.Q(email_visibility=public) & ~models.Q(email="")
        )

    def reachable(self):
        """Contacts that a visitor's message can be passed on to."""
        return self.filter(gets_messages=True).exclude(email="")


class Contact(models.Model):
    """Somebody to ask, with what of them readers may see. Rows of their own, so that they can be erased."""

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("everybody sees it")
        PRIVATE = "private", _("only staff and members see it")

    profile = models.ForeignKey(
        Profile, verbose_name=_("profile"), on_delete=models.CASCADE, related_name="contacts", db_constraint=True
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    role = TranslatedField(_("role"), text_length=160, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True, validators=[phone_number])
    email = models.EmailField(_("email"), blank=True)
    name_visibility = models.CharField(_("name is shown"), max_length=10, choices=Visibility, default=Visibility.PUBLIC)
    phone_visibility = models.CharField(
        _("phone is shown"), max_length=10, choices=Visibility, default=Visibility.PRIVATE
    )
    email_visibility = models.CharField(
        _("email is shown"), max_length=10, choices=Visibility, default=Visibility.PRIVATE
    )
    gets_messages = models.BooleanField(
        _("gets visitors' messages"),
        default=True,
        help_text=_("Visitors write on the page; the message is passed on and the address stays hidden."),
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = ContactQuerySet.as_manager()

    panels = [
        FieldPanel("profile"),
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_visibility")]),
        FieldPanel("role"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("phone_visibility")]),
                FieldRowPanel([FieldPanel("email"), FieldPanel("email_visibility")]),
                FieldPanel("gets_messages"),
            ],
            heading=_("How to reach"),
        ),
        FieldPanel("sort_order"),
    ]

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ("profile", "sort_order", "pk")

    def __str__(self):
        return self.name or str(self.role) or str(_("contact"))

    def _if_public(self, name: str) -> str:
        return getattr(self, name) if getattr(self, f"{name}_visibility") == self.Visibility.PUBLIC else ""

    @property
    def public_name(self) -> str:
        return self._if_public("name")

    @property
    def public_phone(self) -> str:
        return self._if_public("phone")

    @property
    def public_email(self) -> str:
        return self._if_public("email")
