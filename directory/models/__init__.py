from .community import CommunityPage
from .directory_page import DirectoryPage, NoticesPage, SettlementsPage, VenuesPage
from .excursion import ExcursionPage
from .import_run import ImportedProfile, ImportMapping, ImportRow, ImportRun
from .listing import Listing, ListingValue
from .map_cell import MapCell, MapPoint, MapSlice
from .notice import Notice
from .organisation import OrganisationPage
from .place import PlacePage
from .placemaking import StoryPage
from .profile import Contact, Profile
from .profile_page import ProfilePage, RelatedProfile
from .register_entry import RegisterEntry, RegisterProposal
from .settlement import Settlement
from .topic import Topic
from .track import Track
from .venue import VenuePage
from .visiting_pages import ExcursionsPage, PlacesPage, RoutesPage, StoriesPage

__all__ = [
    "CommunityPage",
    "Contact",
    "DirectoryPage",
    "ExcursionPage",
    "ExcursionsPage",
    "ImportMapping",
    "ImportRow",
    "ImportRun",
    "ImportedProfile",
    "Listing",
    "ListingValue",
    "MapCell",
    "MapPoint",
    "MapSlice",
    "Notice",
    "NoticesPage",
    "OrganisationPage",
    "PlacePage",
    "PlacesPage",
    "Profile",
    "ProfilePage",
    "RegisterEntry",
    "RegisterProposal",
    "RelatedProfile",
    "RoutesPage",
    "Settlement",
    "SettlementsPage",
    "StoriesPage",
    "StoryPage",
    "Topic",
    "Track",
    "VenuePage",
    "VenuesPage",
]
