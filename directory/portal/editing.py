"""Editing in short steps: every step saves, with and without a script, and nothing that was typed is lost."""

import json
import secrets

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from directory.actions import save_draft as drafts
from directory.models import Submission
from directory.portal import pictures
from directory.portal.doors import Member, member_door, show
from directory.portal.kept_typing import keeps_typing, kept_for
from directory.portal.step_forms import clean_text, typed_in
from directory.portal.steps import BY_NAME, CONTACT, FOCUS, PICTURES, Step
from directory.portal.working import Work, typed_of

LONGEST_MESSAGE = 200_000


class Typing(forms.Form):
    """What stands beside the fields of every step, and at the head of every message of its script."""

    device = forms.SlugField(max_length=40, required=False)
    known = forms.IntegerField(min_value=0, required=False)
    moment = forms.IntegerField(min_value=0, required=False)
    was = forms.CharField(max_length=LONGEST_MESSAGE, required=False)

    def clean_was(self):
        try:
            was = json.loads(self.cleaned_data["was"] or "{}")
        except ValueError:
            was = {}
        return _texts(was) if isinstance(was, dict) else {}

    def as_device(self) -> drafts.Device:
        values = self.cleaned_data if self.is_valid() else {}
        return drafts.Device(values.get("device") or "", values.get("moment") or 0, values.get("known") or 0)


def _texts(values: dict) -> dict:
    """Of what a script sent, what can have been typed."""
    kept = {}
    for name, value in values.items():
        if isinstance(value, str):
            kept[str(name)] = clean_text(value[: drafts.LONGEST])
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            kept[str(name)] = [one[:200] for one in value[:400]]
    return kept


def language_of(step: Step | None) -> str:
    return "en" if step is not None and step.name.startswith("english") else settings.LANGUAGE_CODE


def work_of(member: Member, user, language: str) -> Work:
    """What the members have in hand; what was returned to them is in it again."""
    work = Work(member.profile, language)
    last = _last(work)
    if last is None or (work.draft.taken_back_id or 0) >= last.pk:
        return work
    sent = last.revision.as_object()
    names = [name for name in work.names if name not in (*CONTACT, FOCUS)]
    drafts.restore(
        profile=member.profile, language=language, user=user, submission=last, latest=work.latest,
        sent={name: typed_of(sent, name, None) for name in names},
    )  # fmt: skip
    return Work(member.profile, language)


def _last(work: Work) -> Submission | None:
    """The last submission of the page in this language, if it came back."""
    if not work.exists:
        return None
    rows = Submission.objects.filter(page=work.live.pk).select_related("revision")
    last = rows.order_by("-sent_at", "-pk").first()
    came_back = last and last.state in (Submission.State.RETURNED, Submission.State.WITHDRAWN)
    return last if came_back and last.revision else None


@member_door
def begin(request, member: Member):
    return redirect("portal_step", member.profile.pk, "1")


@keeps_typing
@member_door
def step(request, member: Member, name: str):
    """One step: shown, saved, and on to the next."""
    here = BY_NAME.get(name)
    if here is None:
        raise Http404
    kept = kept_for(request, request.path)
    work = work_of(member, request.user, language_of(here))
    names = here.fields_for(work.source)
    if kept is not None:
        _save(request, member, work, names, kept)
        work = work_of(member, request.user, work.language)
        messages.success(request, _("Everything you had typed is here."))
    if request.method == "POST":
        return _posted(request, member, work, here, names)
    form = work.form(names, work.typed) if "check" in request.GET else work.form(names)
    return _shown(request, member, work, here, form)


def _posted(request, member: Member, work: Work, here: Step, names):
    if "settle" in request.POST:
        _settle(request, member, work)
        return redirect(request.path)
    saved = _save(request, member, work, names, request.POST)
    picture_error = None
    if here.template == "portal/edit/pictures.html":
        picture_error = pictures.take(request, member, Work(member.profile, work.language))
    work = Work(member.profile, work.language)
    if saved.conflicts:
        return _shown(request, member, work, here, work.form(names))
    if picture_error:
        slot, error = picture_error
        form = work.form(names, work.typed)
        return _shown(request, member, work, here, form, status=422, refused={slot: error})
    if request.POST.get("go") == "stay":
        return redirect(
            request.path + "#" + request.POST.get("at", "")[:40] if request.POST.get("at") else request.path
        )
    form = work.form(names, work.typed)
    if request.POST.get("go") != "leave" and not form.is_valid():
        return _shown(request, member, work, here, form, status=422)
    return redirect(_onward(request, member, work, here))


def _onward(request, member: Member, work: Work, here: Step) -> str:
    """The next step; the look over, when it was asked for or nothing is left; the page of the profile."""
    key, steps = member.profile.pk, list(work.steps)
    go = request.POST.get("go", "next")
    if go == "leave":
        return reverse("portal_profile", args=[key])
    at = steps.index(here) + 1
    if go == "next" and at < len(steps):
        return reverse("portal_step", args=[key, steps[at].name])
    return look_over_path(key, work)


def look_over_path(key, work: Work) -> str:
    return reverse("portal_look_over", args=[key]) if work.is_main else reverse("portal_look_over_english", args=[key])


def _save(request, member: Member, work: Work, names, data) -> drafts.Saved:
    typing = Typing(data)
    typing.is_valid()
    return drafts.save_draft(
        profile=member.profile, language=work.language, user=request.user, typed=typed_in(data, work.form(names)),
        was=typing.cleaned_data.get("was", {}), latest=work.latest, device=typing.as_device(), revision_id=work.revision_id,
    )  # fmt: skip


def _settle(request, member: Member, work: Work) -> None:
    """“name|ours”, “name|theirs”, “name|device …”: the button that was pressed."""
    name, _sign, which = request.POST["settle"].partition("|")
    if name not in work.latest:
        return
    rivals = work.draft.marks.get(name, {}).get("rivals", {})
    text = work.typed[name]
    if which == "theirs":
        text = work.latest[name]
    elif which in rivals:
        text = rivals[which]["typed"]
    drafts.settle(
        profile=member.profile, language=work.language, user=request.user, name=name, text=text, latest=work.latest
    )


def _shown(request, member: Member, work: Work, here: Step, form, *, status=200, refused=None):
    names = here.fields_for(work.source)
    number = [one.name for one in work.steps].index(here.name) + 1
    context = {
        "step": here, "steps": work.steps, "number": number, "form": form, "work": work, "page": work.source,
        "both": [row for row in (*work.overtaken(), *work.rivals()) if row.name in names], "news": work.news(),
        "device": secrets.token_hex(8), "version": work.draft.version, "is_last": number == len(work.steps),
        "was": json.dumps({name: work.typed[name] for name in names if name not in PICTURES}, ensure_ascii=False),
        "words": words(), "look_over": look_over_path(member.profile.pk, work), "refused": refused or {},
        "draft_url": reverse("portal_draft", args=[member.profile.pk, work.language]),
        "at_once": [name for name in names if work.goes_at_once(name)],
        **pictures.context(work, names),
    }  # fmt: skip
    return show(request, here.template, context, member=member, status=status)


def words() -> str:
    """What the script of drafts says; ``{…}`` is filled in there."""
    said = {
        "saved": _("Saved at {time}"),
        "saving": _("Saving…"),
        "offline": _("No connection. What you typed is kept on this device and is sent as soon as there is one."),
        "signed_out": _("You have been signed out. What you typed is kept on this device."),
        "sign_in": _("Sign in and go on"),
        "conflict": _("Somebody wrote the same field on another device. Both texts are kept."),
        "compare": _("Compare"),
        "gone": _("This page is not yours any more, so nothing can be saved."),
    }
    return json.dumps(said, ensure_ascii=False)


@require_POST
@member_door
def save(request, member: Member, language: str):
    """The script's door: ``{"device", "known", "moment", "was": {…}, "typed": {…}}`` → ``{"version", "conflicts"}``."""
    if request.content_type != "application/json":  # the body of a form is read already
        return JsonResponse({"error": "unreadable"}, status=400)
    if len(request.body) > LONGEST_MESSAGE:
        return JsonResponse({"error": "too long"}, status=413)
    try:
        sent = json.loads(request.body)
        typing = Typing(
            {**{name: sent.get(name) for name in ("device", "known", "moment")}, "was": json.dumps(sent["was"])}
        )
        typed = _texts(sent["typed"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return JsonResponse({"error": "unreadable"}, status=400)
    if not typing.is_valid() or language not in dict(settings.LANGUAGES):
        return JsonResponse({"error": "unreadable"}, status=400)
    work = Work(member.profile, language)
    saved = drafts.save_draft(
        profile=member.profile, language=language, user=request.user, was=typing.cleaned_data["was"], latest=work.latest,
        typed={name: text for name, text in typed.items() if name not in PICTURES}, device=typing.as_device(),
        revision_id=work.revision_id,
    )  # fmt: skip
    return JsonResponse({"version": saved.draft.version, "conflicts": sorted(saved.conflicts)})


@require_POST
@member_door
def throw_away(request, member: Member, language: str):
    """Let go of the draft, and of pictures that were never sent."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    values = drafts.discard(profile=member.profile, language=language, user=request.user)
    pictures.forget_unsent(member.profile, [values.get(name) for name in PICTURES])
    messages.success(request, _("The draft is gone. Your page is as it was."))
    return redirect("portal_profile", member.profile.pk)
