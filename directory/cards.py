"""What a list shows of a listing."""

from dataclasses import dataclass

from django.utils.text import capfirst

from directory.models import CommunityPage, Listing, OrganisationPage
from directory.vocabulary import Kind, Mode, Stage, State
from home.addresses import fallback_path, path_of
from home.models import Image


@dataclass(slots=True)
class ListingCard:
    listing: Listing
    url: str
    kind_label: str
    is_fallback: bool

    @property
    def title(self) -> str:
        return self.listing.title

    @property
    def image(self) -> Image | None:
        return self.listing.image

    @property
    def monogram(self) -> str:
        """Two letters for a card without a picture: of the first and the last word."""
        words = [word.strip("“”„\"«»'()") for word in self.listing.title.split()]
        words = [word for word in words if word[:1].isalnum()] or ["?"]
        return (words[0][0].upper() + (words[-1][0].lower() if len(words) > 1 else ""))[:2]

    @property
    def state_label(self) -> str:
        """Said only where there is something to say: an active community is the usual thing."""
        if self.listing.kind == Kind.STORY:
            return capfirst(Stage(self.listing.sort).label)
        state = self.listing.state
        return State(state).label if state and state != State.ACTIVE else ""


SORTS = {
    Kind.COMMUNITY: CommunityPage.Sort.choices,
    Kind.ORGANISATION: OrganisationPage.Sort.choices,
    Kind.EXCURSION: Mode.choices,
}


def kind_label(kind: str, sort: str) -> str:
    """“Association”, “Residents' community”, “Room”: the closest word there is."""
    return capfirst(str(dict(SORTS.get(kind, ())).get(sort) or Kind(kind).label))


def card(listing: Listing, language: str) -> ListingCard:
    page = listing.page
    page.language = listing.page_language
    is_fallback = listing.page_language != language
    url = fallback_path(page, language) if is_fallback else path_of(page)
    return ListingCard(listing, url, kind_label(listing.kind, listing.sort), is_fallback)


def cards(listings, language: str) -> list[ListingCard]:
    return [card(listing, language) for listing in listings]
