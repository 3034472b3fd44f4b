"""Looking over what was written, and sending it; taking it back; the page as visitors will see it."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.http import require_POST, require_safe

from directory.actions.change_facts import VISIBILITIES
from directory.actions.send_draft import Overtaken, Seen, send_draft
from directory.actions.submit import withdraw
from directory.models import Contact, Submission
from directory.portal.doors import Member, member_door, show
from directory.portal.editing import work_of
from directory.portal.steps import CONTACT, FOCUS, step_of
from directory.portal.working import Work, set_on
from directory.profile_forms import FIELDS as CONTACT_FIELDS
from directory.profile_forms import SHOWN
from home.dates import by_text

ENGLISH = "en"


class SendForm(forms.Form):
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    note = forms.CharField(
        label=gettext_lazy("A word to those who check"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}), help_text=gettext_lazy("Only if something needs explaining."),
    )  # fmt: skip


@member_door
def look_over(request, member: Member, language: str = settings.LANGUAGE_CODE):
    """What changes, what goes live at once, what waits to be checked; and the button."""
    work = work_of(member, request.user, language)
    form = SendForm(request.POST or None, initial={"version": work.draft.version, "revision": work.revision_id})
    if request.method == "POST" and form.is_valid():
        answer = _send(request, member, work, form)
        if answer is not None:
            return answer
        work = work_of(member, request.user, language)
        form = SendForm({**request.POST.dict(), "version": work.draft.version, "revision": work.revision_id or ""})
    return _shown(request, member, work, form)


def _send(request, member: Member, work: Work, form: SendForm):
    """Where to go on, or ``None`` when it has to be looked at again."""
    names = [name for name in work.changed if name != FOCUS]
    faults = _in_the_way(work)
    if faults or work.overtaken() or work.rivals() or not names:
        return None
    clean = work.whole.cleaned_data
    facts = {name: clean[name] for name in names if work.goes_at_once(name) and name not in CONTACT}
    contact = _contact(clean) if set(names) & set(CONTACT) else {}
    words = {name: clean[name] for name in names if not work.goes_at_once(name)}

    def apply(page):
        for name, value in words.items():
            set_on(page, name, value)

    try:
        sent = send_draft(
            profile=member.profile, user=request.user, language=work.language, facts=facts, contact=contact,
            seen=Seen(form.cleaned_data["version"], form.cleaned_data["revision"]),
            apply=apply if words else None, note=form.cleaned_data["note"],
        )  # fmt: skip
    except Overtaken:
        messages.warning(request, _("Something changed while you were looking. Please look at it once more."))
        return None
    _tell(request, sent)
    return redirect("portal_profile", member.profile.pk)


def _in_the_way(work: Work) -> set[str]:
    """Faults with which nothing is sent: of what changes, of what has to be there at all, of what a new picture asks."""
    faults, changed = work.faults(), set(work.changed)
    needed = {name for name, field in work.whole.fields.items() if field.required} | changed
    if "lead_image" in changed:
        needed.add("lead_image_alt")
    if changed & set(CONTACT):
        needed.add("contact_phone")
    return needed & set(faults)


def _contact(clean: dict) -> dict:
    values = {field: clean[name] for name, field in CONTACT_FIELDS.items()}
    seen = {True: Contact.Visibility.PUBLIC, False: Contact.Visibility.PRIVATE}
    return values | {field: seen[bool(clean[name])] for name, field in SHOWN.items() if field in VISIBILITIES}


def _tell(request, sent) -> None:
    if sent.submission:
        day = by_text(sent.submission.promised_on)
        messages.success(request, _("Thank you. It waits to be checked; you have an answer by %(day)s.") % {"day": day})
    else:
        messages.success(request, _("Thank you. Your page shows it already."))


def _shown(request, member: Member, work: Work, form: SendForm):
    faults = work.faults()
    changes = work.changes()
    wrong = [
        {
            "label": str(work.whole.fields[name].label),
            "errors": faults[name],
            "step": step_of(name, work.source, work.steps),
        }
        for name in work.names
        if name in _in_the_way(work)
    ]
    both = [*work.overtaken(), *work.rivals()]
    context = {
        "work": work, "form": form, "page": work.source, "steps": work.steps, "wrong": wrong, "both": both,
        "at_once": [row for row in changes if row.at_once], "to_check": [row for row in changes if not row.at_once],
        "step_of": {row.name: step_of(row.name, work.source, work.steps).name for row in changes},
        "may_send": changes and not wrong and not both, "is_main": work.is_main,
    }  # fmt: skip
    status = 409 if request.method == "POST" else 200
    return show(request, "portal/edit/look_over.html", context, member=member, status=status)


@require_POST
@member_door
def take_back(request, member: Member, pk: int):
    """The submission is not checked any more; its words are in the draft again."""
    submission = get_object_or_404(Submission.objects.waiting(), pk=pk, profile=member.profile)
    withdraw(submission, user=request.user)
    messages.success(request, _("Taken back. What you wrote is kept; change it and send it again when you like."))
    return redirect("portal_profile", member.profile.pk)


@require_safe
@member_door
def preview(request, member: Member, language: str = settings.LANGUAGE_CODE):
    """The page in its own template with what was typed, as far as it is valid. Of members alone, kept nowhere."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    work = work_of(member, request.user, language)
    if not work.exists and not work.is_main:
        raise Http404
    page = work.applied()
    page.contacts = _contacts(work)
    request.is_preview = True
    request.preview_mode = ""
    with override(language):
        context = page.get_context(request)
        context |= {"noindex": True, "portal_preview": member.profile.pk, "portal_preview_english": not work.is_main}
        response = TemplateResponse(request, page.get_template(request), context).render()
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, no_store=True)
    return response


def _contacts(work: Work) -> list[Contact]:
    rows = list(Contact.objects.filter(profile=work.profile.pk).order_by("sort_order", "pk"))
    if not work.is_main or not set(work.draft.values) & set(CONTACT):
        return rows
    first = rows[0] if rows else Contact(profile=work.profile)
    clean = getattr(work.whole, "cleaned_data", {})
    if all(name in clean for name in (*CONTACT_FIELDS, *SHOWN)):
        for name, value in _contact(clean).items():
            setattr(first, name, value)
    return [first, *rows[1:]]
