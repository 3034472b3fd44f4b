"""What every door of members asks first: who is there, for which profile, and as what.

Nobody signed in is sent to sign in and comes back; who does not belong to the profile gets the same answer as for one
that does not exist.
"""

import functools
from dataclasses import dataclass

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from directory.models import Membership, Profile, ProfilePage
from directory.permissions import membership_of, source_page
from home.navigation import frame_for

LONGEST_ADDRESS = 2000


@dataclass(frozen=True)
class Member:
    """Who stands in a door that has a profile. ``page`` holds the facts (the main language's); ``None`` when the
    profile has no page any more, which only a door with ``needs_page=False`` ever sees."""

    membership: Membership
    page: ProfilePage | None

    @property
    def profile(self) -> Profile:
        return self.membership.profile

    @property
    def is_owner(self) -> bool:
        return self.membership.is_owner


def signed_in(view):
    """A door for anybody who has signed in; the others sign in first."""

    @functools.wraps(view)
    def door(request, *args, **kwargs):
        if not request.user.is_authenticated:
            return _not_kept(redirect_to_login(_wanted(request)))
        return _not_kept(view(request, *args, **kwargs))

    return door


def member_door(view=None, *, owner=False, needs_page=True):
    """A door of one profile: ``view(request, member, …)`` for an address with ``<uuid:key>``.

    ``owner``: for owners alone. Raises ``Http404`` for strangers and for what the profile does not have.
    """
    if view is None:
        return functools.partial(member_door, owner=owner, needs_page=needs_page)

    @functools.wraps(view)
    @signed_in
    def door(request, *args, key, **kwargs):
        membership = membership_of(request.user, key)
        if membership is None or (owner and not membership.is_owner):
            raise Http404
        page = source_page(key)
        if page is None and needs_page:
            raise Http404
        return view(request, Member(membership, page), *args, **kwargs)

    return door


def show(request, template: str, context: dict | None = None, *, member: Member | None = None, status: int = 200):
    """Answer with a page of the portal (templates/portal/base.html); ``member`` gives it the profile's name at its head.

    The template finds ``member``, ``profile``, ``page_title`` where given, and everything in ``context``.
    """
    context = {
        "in_portal": True,
        "noindex": True,
        "frame": frame_for(request),
        "member": member,
        "profile": member.profile if member else None,
        **(context or {}),
    }
    return _not_kept(render(request, template, context, status=status))


def _wanted(request) -> str:
    """Where to come back to: never to something that only a form may ask for, nor to more than an address holds."""
    whole = request.get_full_path()
    return whole if request.method in ("GET", "HEAD") and len(whole) <= LONGEST_ADDRESS else request.path


def _not_kept(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, private=True, no_store=True)
    response["X-Robots-Tag"] = "noindex"
    return response
