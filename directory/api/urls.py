from django.urls import path

from directory.api import views

urlpatterns = [
    path("", views.start, name="api"),
    path("listings", views.listings, name="api_listings"),
    path("listings/<str:key>", views.listing, name="api_listing"),
    path("settlements", views.settlements, name="api_settlements"),
    path("topics", views.topics, name="api_topics"),
    path("openapi.json", views.openapi, name="api_openapi"),
    path("<path:rest>", views.nothing),
]
