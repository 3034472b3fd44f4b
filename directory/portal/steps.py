"""The short steps of editing: which fields stand in which, for a page of its class and language.

Lengths, choices and rules come from the page's own fields; the words beside them are of the form for members. What is
typed is kept as text or lists of texts (``Draft``), so that it can be kept wrong or half.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.models import CommunityPage, OrganisationPage

CONTACT = (
    "contact_name", "contact_name_shown", "contact_phone", "contact_phone_shown", "contact_email",
    "contact_email_shown", "contact_gets_messages",
)  # fmt: skip
LINKS = ("website", "facebook_url", "other_url")
PICTURES = ("lead_image", "logo")
# A fact of the picture and not of the page; kept with what was typed.
FOCUS = "lead_focus"
WORDS = ("title", "summary", "joining", "body", "meeting", "access_note", "lead_image_alt", "lead_image_caption")


@dataclass(frozen=True)
class Step:
    """``only``: fields that are of one class of pages alone."""

    name: str
    title: str | Promise
    lead: str | Promise
    fields: tuple[str, ...]
    template: str = "portal/edit/step.html"
    only: dict = None

    def fields_for(self, page) -> tuple[str, ...]:
        own = next((names for model, names in (self.only or {}).items() if isinstance(page, model)), ())
        return (*self.fields, *own)


WHO = Step(
    "1", _("Who you are"), _("What people read first: in lists, on the map, at the top of your page."),
    ("title", "summary", "joining", "open_to_members", "wants_volunteers", "body", "state", "founded"),
)  # fmt: skip
WHERE = Step(
    "2", _("Where and when"), _("So that neighbours find you, and at an hour when you are there."),
    ("settlement", "point", "precision", "meeting", "meets"), only={CommunityPage: ("covers",)},
)  # fmt: skip
REACH = Step(
    "3", _("How to reach you"), _("A phone number or an email is enough. You choose what everybody sees."),
    (*CONTACT, *LINKS), "portal/edit/contact.html",
)  # fmt: skip
LOOK = Step(
    "4", _("Pictures"), _("A picture from your phone is good enough. We turn it, shrink it and take out where it was taken."),
    ("lead_image", FOCUS, "lead_image_alt", "lead_image_caption", "logo"), "portal/edit/pictures.html",
)  # fmt: skip
MORE = Step(
    "5", _("More about you"), _("Nothing here has to be filled in. It helps people to find you by what they look for."),
    ("topics", "audiences", "languages", "access", "access_note"),
    only={CommunityPage: ("traditions", "signs"), OrganisationPage: ("register_number",)},
)  # fmt: skip
ENGLISH = Step(
    "english", _("In English"),
    _("As you like: without it, English readers see your own words with a note. Facts, pictures and phone numbers are the same."),
    ("title", "summary", "joining", "meeting", "body"),
)  # fmt: skip
ENGLISH_MORE = Step(
    "english-more", _("In English: more"), _("What you leave empty is simply not shown in English."),
    ("access_note", "lead_image_alt", "lead_image_caption"), only={CommunityPage: ("traditions", "signs")},
)  # fmt: skip

STEPS = (WHO, WHERE, REACH, LOOK, MORE)
ENGLISH_STEPS = (ENGLISH, ENGLISH_MORE)
BY_NAME = {step.name: step for step in (*STEPS, *ENGLISH_STEPS)}


def steps_in(language: str, main: str) -> tuple[Step, ...]:
    return STEPS if language == main else ENGLISH_STEPS


def names_of(page, steps) -> list[str]:
    """Every field of these steps, in their order."""
    return [name for step in steps for name in step.fields_for(page)]


def step_of(name: str, page, steps) -> Step:
    return next(step for step in steps if name in step.fields_for(page))
