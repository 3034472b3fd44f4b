"""“Join as an active resident”: the form, and the page behind the link in the mails."""

from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt

from directory.actions.join_as_resident import ask_to_join, choose_updates, confirm, forget, resident_of
from directory.portal.doors import show
from directory.portal.forms import ResidentChoiceForm, ResidentForm
from directory.portal.public import is_allowed, status_of

SENDINGS_AN_HOUR = 5
CHOICES_AN_HOUR = 20
FIELDS = ("name", "email", "phone", "settlement", "topics", "message", "wants_updates")


@csrf_exempt  # is_allowed() asks where the form came from
def join(request):
    form = ResidentForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and is_allowed(request, form, "resident", SENDINGS_AN_HOUR):
        ask_to_join(**{name: form.cleaned_data[name] for name in FIELDS})
        return show(request, "portal/mail_sent.html", {"email": form.cleaned_data["email"], "is_public": True})
    return show(request, "portal/join.html", {"form": form, "is_public": True}, status=status_of(form))


@csrf_exempt  # as above; the signed link is what lets somebody in
def resident(request, token: str):
    row = resident_of(token)
    if row is None:
        return show(request, "portal/over.html", {"is_public": True}, status=404)
    form = ResidentChoiceForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and is_allowed(request, form, "resident-choice", CHOICES_AN_HOUR):
        match form.cleaned_data["do"]:
            case ResidentChoiceForm.CONFIRM:
                confirm(row)
            case ResidentChoiceForm.UPDATES:
                choose_updates(row, True)
            case ResidentChoiceForm.NO_UPDATES:
                choose_updates(row, False)
            case ResidentChoiceForm.FORGET:
                forget(row)
                return show(request, "portal/forgotten.html", {"is_public": True})
        return redirect("resident", token=token)
    return show(
        request, "portal/resident.html", {"resident": row, "form": form, "is_public": True}, status=status_of(form)
    )
