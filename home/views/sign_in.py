"""One page to sign in: by a code in a mail, by a passkey, or by password."""

from allauth.account.forms import RequestLoginCodeForm
from allauth.account.views import LoginView
from django.urls import reverse


class SignInView(LoginView):
    """allauth's own view, with the form for a code beside the one for a password."""

    def get_context_data(self, **kwargs):
        # Who comes from the admin's door is staff and has a password.
        wants_admin = self.request.GET.get("next", "").startswith(reverse("wagtailadmin_home"))
        code_form = RequestLoginCodeForm(auto_id="code_%s")
        return super().get_context_data(code_form=code_form, wants_admin=wants_admin, **kwargs)
