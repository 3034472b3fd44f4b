"""From the register to profiles, by staff's hand: adopting an entry, and deciding what becomes of a change."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.imports.matching import Index, Known, Lists, plain_name
from directory.imports.profiles import directory_page
from directory.models import OrganisationPage, ProfilePage, RegisterEntry, RegisterProposal
from directory.vocabulary import State
from home import versions

What = RegisterProposal.What
SORTS = {
    RegisterEntry.Sort.ASSOCIATION: OrganisationPage.Sort.ASSOCIATION,
    RegisterEntry.Sort.FOUNDATION: OrganisationPage.Sort.FOUNDATION,
}


def may_adopt(user) -> bool:
    """Who may use the register and add profiles anyway."""
    parent = directory_page()
    allowed = user.has_perm("directory.adopt_registerentry")
    return allowed and parent is not None and parent.permissions_for_user(user).can_add_subpage()


def lookalike(entry: RegisterEntry) -> Known | None:
    """A profile that may be the same body already."""
    index = Index("")
    numbered = index.by_number.get(entry.number, [])
    return next(iter(numbered), None) or index.lookalike(
        plain_name(entry.name), Lists().settlement_of(entry.address), None, entry.number
    )


@transaction.atomic
def adopt(entry: RegisterEntry, *, user, page: ProfilePage | None = None) -> ProfilePage:
    """Make a draft profile of the entry, or let ``page`` be its profile.

    Raises:
        PermissionDenied: the person may not.
        ValidationError: the entry has a profile already.
    """
    if not may_adopt(user):
        raise PermissionDenied
    versions.hold()
    entry = RegisterEntry.objects.select_for_update().get(pk=entry.pk)
    if entry.thing and ProfilePage.objects.filter(translation_key=entry.thing).exists():
        raise ValidationError(_("This entry has a profile already."))
    if page is not None and RegisterEntry.objects.filter(thing=page.translation_key).exists():
        raise ValidationError(_("This profile belongs to another entry of the register."))
    page = page or _draft(entry, user)
    RegisterEntry.objects.filter(pk=entry.pk).update(thing=page.translation_key)
    return page


def _draft(entry: RegisterEntry, user) -> OrganisationPage:
    parent = directory_page()
    page = OrganisationPage(
        title=title_of(entry),
        register_number=entry.number,
        sort=SORTS[entry.sort],
        settlement_id=Lists().settlement_of(entry.address),
        founded=entry.registered.year if entry.registered else None,
        state=State.DORMANT if entry.is_closed else State.ACTIVE,
        live=False,
        locale=parent.locale,
        owner=user,
    )
    parent.add_child(instance=page)
    page.save_revision(user=user, clean=False)
    return page


def title_of(entry: RegisterEntry) -> str:
    """The name without the quotation marks that stand around all of it."""
    name = entry.name.strip()
    inner = name[1:-1]
    return inner.strip() if name[:1] == name[-1:] == '"' and inner.strip() and '"' not in inner else name


def page_of(entry: RegisterEntry) -> OrganisationPage | None:
    """The page that holds the facts of the entry's profile."""
    pages = OrganisationPage.objects.filter(translation_key=entry.thing) if entry.thing else ()
    return next((page for page in pages if page.source == page), None)


@transaction.atomic
def decide(proposal: RegisterProposal, *, accept: bool, user) -> None:
    """Accepting writes a draft, which goes on as any other draft; nothing that readers see changes by it.

    Raises:
        PermissionDenied: the person may not edit that page.
        ValidationError: somebody has decided before, or the page is locked.
    """
    proposal = RegisterProposal.objects.select_for_update().select_related("entry").get(pk=proposal.pk)
    if proposal.state != RegisterProposal.State.OPEN:
        raise ValidationError(_("Somebody has decided about this already."))
    if accept:
        _write(proposal, user)
    proposal.state = RegisterProposal.State.ACCEPTED if accept else RegisterProposal.State.DISMISSED
    proposal.decided_at, proposal.decided_by = timezone.now(), user
    proposal.save(update_fields=["state", "decided_at", "decided_by"])


def _write(proposal: RegisterProposal, user) -> None:
    live = page_of(proposal.entry)
    if live is None:
        raise ValidationError(_("There is no profile of this entry any more."))
    if not live.permissions_for_user(user).can_edit():
        raise PermissionDenied
    if live.locked:
        raise ValidationError(_("The page is locked: unlock it first."))
    page = live.get_latest_revision_as_object()
    if proposal.what == What.NAME:
        page.title = page.draft_title = title_of(proposal.entry)
    elif proposal.what == What.SORT:
        page.sort = SORTS[RegisterEntry.Sort(proposal.new)]
    elif proposal.what == What.ADDRESS:
        page.settlement_id = Lists().settlement_of(proposal.new) or page.settlement_id
    else:
        page.state = State.DORMANT if proposal.new else State.ACTIVE
    page.save_revision(user=user, log_action=True)
