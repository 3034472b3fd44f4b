from .community import CommunityPage
from .directory_page import DirectoryPage, NoticesPage, SettlementsPage, VenuesPage
from .import_run import ImportedProfile, ImportMapping, ImportRow, ImportRun
from .listing import Listing, ListingValue
from .map_cell import MapCell, MapPoint, MapSlice
from .notice import Notice
from .organisation import OrganisationPage
from .profile import Contact, Profile
from .profile_page import ProfilePage, RelatedProfile
from .register_entry import RegisterEntry, RegisterProposal
from .settlement import Settlement
from .topic import Topic
from .venue import VenuePage

__all__ = [
    "CommunityPage",
    "Contact",
    "DirectoryPage",
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
    "Profile",
    "ProfilePage",
    "RegisterEntry",
    "RegisterProposal",
    "RelatedProfile",
    "Settlement",
    "SettlementsPage",
    "Topic",
    "VenuePage",
    "VenuesPage",
]
