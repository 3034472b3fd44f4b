"""“Is this your page?”: for somebody who has signed in, and for somebody who has no account yet."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from directory.actions.arrive import announce
from directory.actions.claim import claim as make_claim
from directory.actions.claim import is_proven
from directory.cards import card
from directory.models import Arrival, Claim, Listing, Membership, Profile
from directory.permissions import membership_of
from directory.portal.doors import show
from directory.portal.forms import ClaimByMailForm, ClaimForm
from directory.portal.public import is_allowed, status_of
from directory.vocabulary import PROFILES

CLAIMS_AN_HOUR = 6


@csrf_exempt  # is_allowed() asks where the form came from
def claim(request, key):
    """Only pages that readers see can be claimed: another key gets the answer of one that does not exist."""
    language = get_language()
    listings = Listing.objects.for_readers_of(language).published().for_cards()
    listing = listings.filter(thing=key, kind__in=[kind.value for kind in PROFILES]).first()
    if listing is None:
        raise Http404
    user = request.user if request.user.is_authenticated else None
    if user is not None and membership_of(user, key) is not None:
        return redirect("portal_profile", key=key)
    profile, _made = Profile.objects.get_or_create(key=key, defaults={"name": listing.title})
    proven = user is not None and is_proven(profile, user)
    form_class = ClaimForm if user is not None else ClaimByMailForm
    form = form_class(request.POST if request.method == "POST" else None)
    if proven:
        for name in ("message", "phone"):
            del form.fields[name]
    context = {"card": card(listing, language), "form": form, "proven": proven, "user_now": user}
    context["waits"] = user is not None and Claim.objects.filter(profile=profile, user=user, state="open").exists()
    if request.method == "POST" and is_allowed(request, form, "claim", CLAIMS_AN_HOUR):
        words = {name: form.cleaned_data.get(name, "") for name in ("message", "phone")}
        if user is None:
            words["person"] = form.cleaned_data["person"]
            email = form.cleaned_data["email"]
            announce(Arrival.What.CLAIM, email=email, values=words, name=profile.name, profile=profile)
            return show(request, "portal/mail_sent.html", {"email": email})
        done = make_claim(profile=profile, user=user, **words)
        if isinstance(done, Membership):
            messages.success(request, _("The page is yours. Have a look whether all is right."))
            return redirect("portal_profile", key=key)
        context["waits"] = True
    return show(request, "portal/claim.html", context, status=status_of(form))
