"""Phone numbers as people write them."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

phone_number = RegexValidator(
    r"^\+?[0-9][0-9 ]{5,18}[0-9]$", _("Digits and spaces, with or without the country: +371 20 000 000.")
)
