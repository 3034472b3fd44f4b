from .base_page import BasePage, BasePageManager, LeadImageMixin
from .home_page import HomePage
from .image import Image, Licence, Rendition
from .outbox import OutboxMessage
from .person import Person
from .project import Funder, Project
from .search_entry import SearchEntry, SearchTerm
from .second_factor_pause import SecondFactorPause
from .site_settings import FooterLink, SiteSettings
from .standard_page import AccessibilityPage, PeoplePage, ProjectsPage, StandardPage
from .user import User
from .worker_state import TickState

__all__ = [
    "AccessibilityPage",
    "BasePage",
    "BasePageManager",
    "FooterLink",
    "Funder",
    "HomePage",
    "Image",
    "LeadImageMixin",
    "Licence",
    "OutboxMessage",
    "PeoplePage",
    "Person",
    "Project",
    "ProjectsPage",
    "Rendition",
    "SearchEntry",
    "SearchTerm",
    "SecondFactorPause",
    "SiteSettings",
    "StandardPage",
    "TickState",
    "User",
]
