from .community import CommunityPage
from .directory_page import DirectoryPage, NoticesPage, SettlementsPage, VenuesPage
from .excursion import ExcursionPage
from .freshness import Freshness, FreshnessRules, ProfileViews, Report, WebsiteCheck
from .import_run import ImportedProfile, ImportMapping, ImportRow, ImportRun
from .listing import Listing, ListingValue
from .map_cell import MapCell, MapPoint, MapSlice
from .membership import INVITED_DAYS, Arrival, Claim, Invitation, Membership
from .notice import Notice
from .organisation import OrganisationPage
from .place import PlacePage
from .placemaking import StoryPage
from .profile import Contact, Profile
from .profile_page import ProfilePage, RelatedProfile
from .register_entry import RegisterEntry, RegisterProposal
from .resident import Resident
from .settlement import Settlement
from .submission import Draft, FactChange, Submission
from .topic import Topic
from .track import Track
from .venue import VenuePage
from .visiting_pages import ExcursionsPage, PlacesPage, RoutesPage, StoriesPage

__all__ = [
    "INVITED_DAYS",
    "Arrival",
    "Claim",
    "CommunityPage",
    "Contact",
    "DirectoryPage",
    "Draft",
    "ExcursionPage",
    "ExcursionsPage",
    "FactChange",
    "Freshness",
    "FreshnessRules",
    "ImportMapping",
    "ImportRow",
    "ImportRun",
    "ImportedProfile",
    "Invitation",
    "Listing",
    "ListingValue",
    "MapCell",
    "MapPoint",
    "MapSlice",
    "Membership",
    "Notice",
    "NoticesPage",
    "OrganisationPage",
    "PlacePage",
    "PlacesPage",
    "Profile",
    "ProfilePage",
    "ProfileViews",
    "RegisterEntry",
    "RegisterProposal",
    "RelatedProfile",
    "Report",
    "Resident",
    "RoutesPage",
    "Settlement",
    "SettlementsPage",
    "StoriesPage",
    "StoryPage",
    "Submission",
    "Topic",
    "Track",
    "VenuePage",
    "VenuesPage",
    "WebsiteCheck",
]
