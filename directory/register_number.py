"""Latvian register numbers: 11 digits, the first 4, 5 or 9, the last one a check digit.

Legal persons are numbered as payers of taxes are: the digits times the weights below, summed, leave 3 when divided by
11 (the rule of python-stdnum's ``stdnum.lv.pvn``). A personal identity code begins with other digits.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

WEIGHTS = (9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1)


def clean_register_number(text: str) -> str:
    """Eleven digits without blanks.

    Raises:
        ValidationError: it is no number of the Latvian register; a personal identity code is refused by name.
    """
    number = "".join(character for character in text if not character.isspace() and character not in "-–")
    number = number.upper().removeprefix("LV")
    if not (number.isascii() and number.isdecimal() and len(number) == 11):
        raise ValidationError(_("A register number has 11 digits."))
    if number[0] not in "459":
        raise ValidationError(
            _("This is not a register number of an organisation. Please never enter a personal identity code here.")
        )
    if sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number, strict=True)) % 11 != 3:
        raise ValidationError(_("There is a slip in this number: its check digit does not fit."))
    return number
