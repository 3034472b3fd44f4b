from allauth.account.views import LogoutView
from django.urls import path
from django.utils.translation import gettext_lazy as _

from home.views import health, search, sign_in, sitemaps

# Anybody, in no language.
machine = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
]

# Readers.
urlpatterns = [
    path(_("search/"), search.search, name="search"),
    path(_("search/suggestions/"), search.suggest, name="suggest"),
    path(_("where/"), search.where, name="where"),
    path(_("site-map/"), sitemaps.site_map, name="site_map"),
]

# Members and staff, on their way in and out.
urlpatterns += [
    path(_("sign-in/"), sign_in.SignInView.as_view(), name="account_login"),
    path(_("sign-out/"), LogoutView.as_view(), name="account_logout"),
]


def _development():
    from home.dev_mails import dev_mails
    from home.style_guide import style_guide

    return [path("style/", style_guide, name="style_guide"), path("mails/", dev_mails, name="dev_mails")]


def __getattr__(name):
    # The style page exists in development only; asking for it elsewhere must not import it.
    if name == "development":
        return _development()
    raise AttributeError(name)
