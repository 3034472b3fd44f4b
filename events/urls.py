from django.urls import path
from django.utils.translation import gettext_lazy as _

from events import views

urlpatterns = [
    path(_("sign-up/<int:pk>/"), views.sign_up, name="sign_up"),
    path(_("my-place/<str:token>/"), views.registration, name="registration"),
    path(_("calendar-entry/<int:pk>.ics"), views.entry, name="calendar_entry"),
]
