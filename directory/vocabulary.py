"""The closed lists that facets are chosen from. Open lists are rows: settlements, topics."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """What a listing is; the first filter of the directory."""

    COMMUNITY = "community", _("Community")
    ORGANISATION = "organisation", _("Organisation")
    VENUE = "venue", _("Room")
    PLACE = "place", _("Place")
    EXCURSION = "excursion", _("Excursion")
    STORY = "placemaking", _("Placemaking story")


# What the directory's own list, map, counts, exports and interface are of; the others have lists and layers of their own.
PROFILES = (Kind.COMMUNITY, Kind.ORGANISATION)
IN_DIRECTORY = (*PROFILES, Kind.VENUE)


def choices_of(kinds) -> list[tuple[str, str]]:
    return [(kind.value, kind.label) for kind in kinds]


class Day(TextChoices):
    MONDAY = "mon", _("Mondays")
    TUESDAY = "tue", _("Tuesdays")
    WEDNESDAY = "wed", _("Wednesdays")
    THURSDAY = "thu", _("Thursdays")
    FRIDAY = "fri", _("Fridays")
    SATURDAY = "sat", _("Saturdays")
    SUNDAY = "sun", _("Sundays")


class Part(TextChoices):
    MORNING = "morning", _("in the morning")
    DAYTIME = "day", _("in the daytime")
    EVENING = "evening", _("in the evening")


class Audience(TextChoices):
    EVERYBODY = "all", _("for everybody")
    FAMILIES = "families", _("for families with children")
    YOUNG = "young", _("for young people")
    SENIORS = "seniors", _("for seniors")
    DISABILITY = "disability", _("for people with disabilities")
    NEWCOMERS = "newcomers", _("for newcomers")


class Language(TextChoices):
    # In the middle of a list: some languages write them small there.
    LATVIAN = "lv", pgettext_lazy("spoken", "Latvian")
    ENGLISH = "en", pgettext_lazy("spoken", "English")
    RUSSIAN = "ru", pgettext_lazy("spoken", "Russian")
    UKRAINIAN = "uk", pgettext_lazy("spoken", "Ukrainian")
    SIGN = "sign", pgettext_lazy("spoken", "sign language")


class Access(TextChoices):
    STEP_FREE = "step-free", _("no steps")
    TOILET = "toilet", _("accessible toilet")
    LOOP = "loop", _("induction loop")
    PARKING = "parking", _("parking for disabled people")
    BUS = "bus", _("bus stop nearby")


class Equipment(TextChoices):
    PROJECTOR = "projector", _("projector")
    SOUND = "sound", _("sound system")
    KITCHEN = "kitchen", _("kitchen")
    WIFI = "wifi", _("internet")
    STAGE = "stage", _("stage")
    TABLES = "tables", _("tables and chairs")
    YARD = "yard", _("yard")


class State(TextChoices):
    FORMING = "forming", _("Forming")
    ACTIVE = "active", _("Active")
    DORMANT = "dormant", _("Dormant")


class Mode(TextChoices):
    """How one gets along an excursion."""

    FOOT = "foot", _("on foot")
    BICYCLE = "bicycle", _("by bicycle")
    BUS = "bus", _("by bus")
    BOAT = "boat", _("by boat")

    @property
    def pace(self) -> float:
        """Kilometres an hour with children and stories on the way, without the stops."""
        return {"foot": 3.5, "bicycle": 12, "bus": 35, "boat": 4}[self.value]


class Difficulty(TextChoices):
    EASY = "easy", _("easy")
    MODERATE = "moderate", _("moderate")
    HARD = "hard", _("demanding")


class Season(TextChoices):
    SPRING = "spring", _("spring")
    SUMMER = "summer", _("summer")
    AUTUMN = "autumn", _("autumn")
    WINTER = "winter", _("winter")


class Stage(TextChoices):
    """Of a place that is being changed."""

    IDEA = "idea", _("an idea")
    PROGRESS = "progress", _("in progress")
    DONE = "done", _("done")


class Precision(TextChoices):
    """How exactly a position is published. The settlement's point stands in for one that is kept back."""

    EXACT = "exact", _("exactly here")
    SETTLEMENT = "settlement", _("only the settlement")
    HIDDEN = "hidden", _("not on the map")


class TopicIcon(TextChoices):
    """Drawings of static/icons that a topic can have."""

    LEAF = "leaf", _("leaf")
    WAVE = "wave", _("water")
    MUSIC = "music", _("music")
    BOOK = "book", _("book")
    HOME = "home", _("house")
    PEOPLE = "people", _("people")
    HEART = "heart", _("heart")
    BALL = "ball", _("ball")
    SPEECH = "speech", _("speech bubble")
    FOLDER = "folder", _("folder")
    TOOL = "tool", _("tool")


def meeting_codes() -> list[tuple[str, str]]:
    """``thu-evening`` and the like, with words."""
    return [(f"{day.value}-{part.value}", f"{day.label} {part.label}") for day in Day for part in Part]
