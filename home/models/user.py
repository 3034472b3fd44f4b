from django.conf import settings
from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager):
    """People are known by their address, which is kept in lower case."""

    use_in_migrations = True

    def _create(self, email: str, password: str | None, **fields):
        if not email:
            raise ValueError("A user needs an email address.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_user(self, email: str, password: str | None = None, **fields):
        return self._create(email, password, **fields)

    def create_superuser(self, email: str, password: str | None = None, **fields):
        return self._create(email, password, **{**fields, "is_staff": True, "is_superuser": True})

    def get_by_natural_key(self, email: str):
        return self.get(email=email.strip().lower())


class User(AbstractUser):
    """A person who signs in, by address; there are no user names."""

    username = None
    email = models.EmailField(_("email address"), unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="home_user_email_once",
                violation_error_message=_("This address is already in use."),
            ),
        ]

    def __str__(self):
        return self.get_full_name() or self.email

    def language_or(self, otherwise: str = settings.LANGUAGE_CODE) -> str:
        """The language the person has chosen for the site and its letters, else ``otherwise``."""
        chosen = getattr(getattr(self, "wagtail_userprofile", None), "preferred_language", "")
        return chosen if chosen in dict(settings.LANGUAGES) else otherwise

    def clean(self):
        super().clean()
        self.email = self.email.lower()
