"""One page to sign in: by a code in a mail, by a passkey, or by password."""

from allauth.account.forms import RequestLoginCodeForm
from allauth.account.views import LoginView


class SignInView(LoginView):
    """allauth's own view, with the form for a code beside the one for a password."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(code_form=RequestLoginCodeForm(auto_id="code_%s"), **kwargs)
