"""A profile's page as its members are writing it: what the page says, what they typed, and where the two part.

The page is its newest revision; what was typed lies over it field by field. So a colleague at the municipality who
changes another field never collides, and one who changes the same field is seen: both texts are shown.
"""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext as _

from directory import geo, plain_text
from directory.models import Contact, Draft, Profile, ProfilePage, Submission
from directory.permissions import profile_pages, source_page
from directory.portal.step_forms import StepForm, form_for
from directory.portal.steps import CONTACT, FOCUS, PICTURES, names_of, steps_in
from directory.profile_forms import AT_ONCE, SHOWN
from directory.profile_forms import FIELDS as CONTACT_FIELDS
from home.models import SiteSettings

MAIN = settings.LANGUAGE_CODE


@dataclass
class Change:
    """A field that is not as readers see it. ``old`` and ``new`` in words."""

    name: str
    label: str
    old: str
    new: str
    at_once: bool
    is_picture: bool = False


@dataclass
class Both:
    """Two texts for one field, to choose from. ``theirs`` is of the site's editors, or of another device."""

    name: str
    label: str
    ours: str
    theirs: str
    who: str
    device: str = ""
    at: str = ""


class Work:
    """``page`` may be ``None`` in another language than the main one: nobody has written it there yet."""

    def __init__(self, profile: Profile, language: str = MAIN):
        self.profile, self.language = profile, language
        self.source: ProfilePage = source_page(profile.pk)
        self.is_main = language == self.source.locale.language_code
        self.draft = Draft.objects.filter(profile=profile, language=language).first() or Draft(
            profile=profile, language=language
        )

    @cached_property
    def live(self) -> ProfilePage | None:
        """The row that readers see, published or not."""
        if self.is_main:
            return self.source
        page = profile_pages(self.profile.pk).filter(locale__language_code=self.language).first()
        return page.specific if page else None

    @cached_property
    def page(self) -> ProfilePage:
        """The newest revision; for a language without a page, an empty one that is never saved as it is."""
        if self.live is None:
            return type(self.source)(translation_key=self.profile.pk)
        return self.live.get_latest_revision_as_object()

    @property
    def exists(self) -> bool:
        return self.live is not None

    @property
    def revision_id(self) -> int | None:
        return self.live.latest_revision_id if self.live else None

    @property
    def steps(self):
        return steps_in(self.language, self.source.locale.language_code)

    @cached_property
    def names(self) -> list[str]:
        return names_of(self.source, self.steps)

    @cached_property
    def contact(self) -> Contact | None:
        return Contact.objects.first_of(self.profile.pk)

    @cached_property
    def latest(self) -> dict:
        """Field → what the page says now, in the form in which it would be typed."""
        return {name: typed_of(self.page, name, self.contact) for name in self.names}

    @cached_property
    def nothing(self) -> dict:
        """The same of an empty page."""
        nothing = type(self.source)()
        return {name: typed_of(nothing, name, self.contact) for name in self.names}

    @property
    def typed(self) -> dict:
        return {**self.latest, **{name: text for name, text in self.draft.values.items() if name in self.latest}}

    def form(self, names, data: dict | None = None) -> StepForm:
        """Bound to ``data``, or showing what is typed so far without complaint."""
        made = form_for(self.source, names, main=self.is_main)
        if data is None:
            return made(initial={name: self.typed[name] for name in names}, page=self.source)
        return made(as_data({name: data[name] for name in names}), page=self.source)

    @cached_property
    def whole(self) -> StepForm:
        """Every field of every step, checked as it stands."""
        return self.form(self.names, self.typed)

    @property
    def changed(self) -> list[str]:
        """Fields that would be sent: what was typed; of a page that was never published, all that is there."""
        return [name for name in self.names if self.typed[name] != self.before[name] and name != FOCUS]

    @property
    def before(self) -> dict:
        """What the changes are measured by: the newest revision, with what waits in it; else nothing at all."""
        return self.latest if self.is_live or self.waits else self.nothing

    @property
    def is_live(self) -> bool:
        return self.live is not None and self.live.live

    @cached_property
    def waits(self) -> bool:
        return self.exists and Submission.objects.waiting().filter(page=self.live.pk).exists()

    def changes(self) -> list[Change]:
        return [
            Change(
                name, str(self.whole.fields[name].label), self.words(name, self.before[name]),
                self.words(name, self.typed[name]), self.goes_at_once(name), name in PICTURES,
            )
            for name in self.changed
        ]  # fmt: skip

    @cached_property
    def facts_at_once(self) -> bool:
        settings_ = SiteSettings.objects.order_by("pk").first()
        return settings_ is None or settings_.facts_at_once

    def goes_at_once(self, name: str) -> bool:
        """Contacts always, being no part of any revision; facts of a page that is live, where staff allow it."""
        if name in CONTACT:
            return True
        return self.is_main and name in AT_ONCE and self.source.live and self.facts_at_once

    def faults(self) -> dict[str, list[str]]:
        """Field → what is wrong with it, of what would be sent."""
        return {name: list(errors) for name, errors in self.whole.errors.items()}

    def overtaken(self) -> list[Both]:
        """Fields that the site's editors changed after the member had begun on them."""
        found = []
        for name, text in self.draft.values.items():
            base = self.draft.marks.get(name, {}).get("base", "")
            if name in self.latest and name not in PICTURES and self.latest[name] not in (base, text):
                found.append(self._both(name, self.latest[name], _("The editors of the site")))
        return found

    def rivals(self) -> list[Both]:
        """What another device wrote into the same field at the same time."""
        found = []
        for name, mark in self.draft.marks.items():
            for device, row in mark.get("rivals", {}).items():
                if name in self.latest and row["typed"] != self.typed[name]:
                    found.append(self._both(name, row["typed"], _("Another device"), device, row["at"]))
        return found

    def _both(self, name: str, theirs, who: str, device: str = "", at: str = "") -> Both:
        label = str(self.whole.fields[name].label)
        return Both(name, label, self.words(name, self.typed[name]), self.words(name, theirs), who, device, at)

    def news(self) -> list[str]:
        """Labels of fields that the site's editors changed since the draft was begun, and that the member left alone."""
        begun = self.draft.begun_on
        if begun is None or begun.pk == self.revision_id or not self.draft.values:
            return []
        before = begun.as_object()
        names = [name for name in self.names if name not in CONTACT and name not in self.draft.values]
        return [
            str(self.whole.fields[name].label)
            for name in names
            if typed_of(before, name, None) != self.latest[name] and name not in (FOCUS, *PICTURES)
        ]

    def words(self, name: str, typed) -> str:
        """What was typed, as people read it."""
        field = self.whole.fields[name]
        choices = getattr(field, "choices", None)
        if isinstance(typed, list):
            known = {str(value): str(label) for value, label in choices}
            return ", ".join(known.get(value, value) for value in typed)
        if name in SHOWN or name in ("open_to_members", "wants_volunteers", "contact_gets_messages"):
            return _("yes") if typed else _("no")
        if choices and typed:
            return next((str(label) for value, label in choices if str(value) == typed), typed)
        return typed

    def applied(self) -> ProfilePage:
        """The newest revision with what was typed and is valid; for the preview. Nothing is written."""
        page, form = self.page, self.whole
        form.is_valid()
        for name in self.names:
            if name in form.cleaned_data and name not in (*CONTACT, FOCUS) and name in self.draft.values:
                set_on(page, name, form.cleaned_data[name])
        return page


def typed_of(page, name: str, contact: Contact | None):
    """The value of a field as it would be typed."""
    if name in CONTACT_FIELDS or name in SHOWN:
        return _typed_contact(contact, name)
    if name == FOCUS:
        return focus_of(page.lead_image)
    field = page._meta.get_field(name)
    if name == "body":
        return plain_text.read(page.body)[0]
    if name == "point":
        return geo.write(page.point)
    if field.many_to_many:
        return sorted(str(row.pk) for row in getattr(page, name).all()) if page.pk else []
    value = getattr(page, field.attname)
    if isinstance(value, bool):
        return "on" if value else ""
    if isinstance(value, list):
        return [str(one) for one in value]
    return "" if value is None else str(value).replace("\r\n", "\n").strip()


def focus_of(image) -> str:
    if image is None or image.focal_point_x is None:
        return ""
    x, y = (min(2, int(3 * at / (size or 1))) for at, size in ((image.focal_point_x, image.width), (image.focal_point_y, image.height)))  # fmt: skip
    return f"{x + 1}-{y + 1}"


def _typed_contact(contact: Contact | None, name: str) -> str:
    if contact is None:
        return "on" if name in ("contact_name_shown", "contact_gets_messages") else ""
    if name in SHOWN:
        return "on" if getattr(contact, SHOWN[name]) == Contact.Visibility.PUBLIC else ""
    value = getattr(contact, CONTACT_FIELDS[name])
    return ("on" if value else "") if isinstance(value, bool) else value


def set_on(page, name: str, value) -> None:
    """A cleaned value onto the page."""
    field = page._meta.get_field(name)
    if name == "body":
        page.body = plain_text.write(page.body, value)
    elif name in PICTURES:
        setattr(page, field.attname, value)
    elif field.many_to_many:
        setattr(page, name, list(value))
    else:
        setattr(page, name, value)


def as_data(typed: dict) -> QueryDict:
    """What was typed, as a browser would send it."""
    data = QueryDict(mutable=True)
    for name, value in typed.items():
        if isinstance(value, list):
            data.setlist(name, value)
        elif value != "":
            data[name] = value
    return data
