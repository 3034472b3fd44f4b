from django.urls import path

from directory.moderation import views

urlpatterns = [
    path("waiting/", views.queue, name="waiting"),
    path("waiting/next/", views.following, name="waiting_next"),
    path("waiting/submission/<int:pk>/", views.submission, name="waiting_submission"),
    path("waiting/facts/<uuid:key>/", views.profile_facts, name="waiting_facts"),
]
