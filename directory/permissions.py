"""Who may do what with a profile, stated here and nowhere else.

Asked by the pages (``Page.permissions_for_user``), by the policy that is registered for them, by the portal's doors, by
every action and by the screens of staff. Members act for a profile and never see the admin; staff's rights are the
groups they are in (home/groups.py).
"""

from django.conf import settings
from wagtail.models import Locale, PagePermissionTester
from wagtail.permission_policies.pages import PagePermissionPolicy

from directory.models import Membership, ProfilePage
from home.accounts import may_see_admin


def membership_of(user, key) -> Membership | None:
    """How ``user`` belongs to the profile ``key`` (a translation key); ``None`` for everybody else, inactive people too."""
    return Membership.objects.of(user).select_related("profile").filter(profile=key).first()


def may_edit(user, key) -> bool:
    """Owners and editors: change the page, its contacts and notices, propose events, see their registrations."""
    return membership_of(user, key) is not None


def may_manage_people(user, key) -> bool:
    """Owners: invite, change roles, let go. Staff who may moderate can do it for them."""
    membership = membership_of(user, key)
    return bool(membership and membership.is_owner) or may_moderate(user)


def may_moderate(user) -> bool:
    """Staff who decide what members send: those who may accept changes of the register too."""
    return user.is_active and user.has_perm("directory.change_submission")


def is_last_owner(membership: Membership) -> bool:
    others = Membership.objects.owners().filter(profile=membership.profile_id).exclude(pk=membership.pk)
    return membership.is_owner and not others.exists()


def profile_pages(key):
    """Every page of the profile, in all languages, published or not."""
    return ProfilePage.objects.filter(translation_key=key)


def source_page(key) -> ProfilePage | None:
    """The page that holds the profile's facts: the main language's, else any other."""
    return own_pages([key]).get(key)


def own_pages(keys) -> dict:
    """Of each profile the page that holds its facts, as its own class: ``{key: page}``, in as many queries for all."""
    rows, locales = list(ProfilePage.objects.filter(translation_key__in=keys).specific()), Locale.objects.in_bulk()
    for page in rows:
        page.locale = locales[page.locale_id]
    rows.sort(key=lambda page: page.language == settings.LANGUAGE_CODE)
    return {page.translation_key: page for page in rows}


class ProfilePagePermissionTester(PagePermissionTester):
    """Wagtail's answers for staff; for everybody else none, whatever group, page or workflow would say otherwise:
    members act by the portal, and nothing of the admin answers them."""

    def __init__(self, user, page):
        super().__init__(user, page)
        if not may_see_admin(user):
            self.permissions = set()

    def can_edit(self):
        return may_see_admin(self.user) and super().can_edit()

    def can_view_revisions(self):
        return may_see_admin(self.user) and super().can_view_revisions()

    def can_add_subpage(self):
        return may_see_admin(self.user) and super().can_add_subpage()


class ProfilePagePolicy(PagePermissionPolicy):
    """The same for lists, choosers and searches of the admin."""

    def get_all_permissions_for_user(self, user):
        if not may_see_admin(user):
            return super().get_all_permissions_for_user(user).none()
        return super().get_all_permissions_for_user(user)
