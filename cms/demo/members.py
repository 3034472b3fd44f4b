"""Who acts for the demo's pages: three accounts with memberships, an invitation and a claim that wait, and three active
residents. All of them are invented and have addresses that reach nobody."""

import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.utils import timezone

from cms.demo.accounts import DOMAIN, Account
from cms.demo.profiles import SECTION, ProfileEntry
from directory.actions.claim import claim
from directory.actions.invite import invite
from directory.models import Membership, Profile, Resident, Settlement, Topic

OWNER, EDITOR = Membership.Role.OWNER, Membership.Role.EDITOR
# Account → pages and what they may there.
MEMBERS = {
    "owner": (("kazoku-kopiena", OWNER),),
    "two-pages": (("titurgas-makskernieki", OWNER), ("daugmales-rokdarbnieces", OWNER)),
    "member": (("kazoku-kopiena", EDITOR),),
}
INVITED = "kazoku-kopiena"
CLAIMED = "balozu-dziedataji"
CLAIMANT = ("dziedataja", "Dzintra", "Paraugbalss", "Dziedu korī jau no paša sākuma un vedu mūsu piezīmes.")
RESIDENTS = (
    ("Anete Paraugliepa", "anete", "kekava", ("talkas",), "Varu sestdienās rakt, krāsot un nest.", True, 21),
    ("Modris Paraugozols", "modris", "baldone", ("celi",), "Gribu, lai līdz skolai var aiziet pa ietvi.", False, 9),
    ("Ilona Paraugkļava", "ilona", "katlakalns", ("gimenes",), "", True, 2),
)  # fmt: skip


def load_members(entries: list[ProfileEntry], accounts: list[Account]) -> None:
    profiles = {entry.key.removeprefix(f"{SECTION}/"): entry.translation_key for entry in entries}
    users = {
        user.email.partition("@")[0]: user for user in get_user_model().objects.filter(email__endswith=f"@{DOMAIN}")
    }
    for name, pages in MEMBERS.items():
        for slug, role in pages:
            Membership.objects.create(profile_id=profiles[slug], user=users[name], role=role)
    invite(
        profile=Profile.objects.get(pk=profiles[INVITED]), email=f"jauna-biedre@{DOMAIN}", role=EDITOR,
        user=users["owner"], language="lv",
    )  # fmt: skip
    name, first, last, message = CLAIMANT
    claim(profile=Profile.objects.get(pk=profiles[CLAIMED]), user=_person(name, first, last), message=message)
    _residents()


def unload_members() -> None:
    """What does not go with the profiles."""
    Resident.objects.filter(email__endswith=f"@{DOMAIN}").delete()


def _person(name: str, first: str, last: str):
    user, _made = get_user_model().objects.get_or_create(
        email=f"{name}@{DOMAIN}", defaults={"first_name": first, "last_name": last}
    )
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    return user


def _residents() -> None:
    for name, box, place, topics, message, wants_updates, days in RESIDENTS:
        moment = timezone.now() - datetime.timedelta(days)
        row, _made = Resident.objects.update_or_create(
            email=f"{box}@{DOMAIN}",
            defaults={
                "name": name,
                "settlement": Settlement.objects.filter(slug=place).first(),
                "message": message,
                "wants_updates": wants_updates,
                "confirmed_at": moment,
            },
        )
        row.topics.set(Topic.objects.filter(slug__in=topics))
