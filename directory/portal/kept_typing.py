"""A form that was sent after the session had ended: kept, until its writer has signed in again and is led back."""

import functools

from django.http import QueryDict

from home.public_forms import may_send

SESSION_KEY = "typed-before-sign-in"
LONGEST = 100_000
AN_HOUR = 30


def keeps_typing(door):
    """Around a door of members: what nobody in particular sends is not lost on the way through signing in."""

    @functools.wraps(door)
    def kept(request, *args, **kwargs):
        if request.method == "POST" and not request.user.is_authenticated:
            sent = request.POST.urlencode()
            if len(sent) <= LONGEST and may_send(request, "kept-typing", AN_HOUR, 3600):
                request.session[SESSION_KEY] = {"path": request.path, "sent": sent}
        return door(request, *args, **kwargs)

    return kept


def kept_for(request, path: str) -> QueryDict | None:
    """What this browser had sent to ``path`` before its person signed in; once."""
    found = request.session.get(SESSION_KEY)
    if request.method != "GET" or not found or found["path"] != path:
        return None
    del request.session[SESSION_KEY]
    return QueryDict(found["sent"])
