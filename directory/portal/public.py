"""What the public doors of this package share: guards, and an answer that nobody keeps."""

from django.forms import Form
from django.utils.translation import gettext as _

from home.public_forms import is_from_here, may_send

HOUR = 3600


def is_allowed(request, form: Form, what: str, most: int) -> bool:
    """Whether this sending counts; if not, the form says why. ``most`` an hour from one address."""
    if not form.is_valid():
        return False
    if not is_from_here(request):
        form.add_error(None, _("This form was sent from another site. Please send it from here."))
        return False
    if not may_send(request, what, most, HOUR):
        form.add_error(None, _("You have sent several within the hour. Please try again later, or call."))
        return False
    return True


def status_of(form: Form) -> int:
    return 422 if form.is_bound and form.errors else 200
