"""What a database has no room for, brought to Wagtail's own views: an answer on either engine.

Each question is a transaction of its own here, as it is on the site: PostgreSQL gives up the whole of one that failed.
"""

import pytest
from django.test import Client

from home.models import User

JUNK = ("%00", "upe%00", "9" * 40, "-" + "9" * 12, "NaN")
ADDRESSES = (
    "/admin/api/main/pages/find/?html_path=%s&id=%s",
    "/admin/api/main/pages/?title=%s&child_of=%s",
    "/admin/api/main/images/find/?id=%s",
    "/admin/pages/?q=%s&owner=%s",
    "/admin/pages/search/?q=%s",
    "/admin/pages/search/results/?q=%s",
    "/admin/images/results/?q=%s&tag=%s",
    "/admin/images/chooser/results/?q=%s&tag=%s&collection_id=%s",
    "/admin/documents/results/?q=%s&tag=%s",
    "/admin/documents/chooser/results/?q=%s&collection_id=%s",
    "/admin/snippets/home/person/results/?q=%s",
    "/admin/users/results/?q=%s&group=%s",
    "/admin/redirects/results/?q=%s",
    "/admin/reports/site-history/results/?user=%s&object_type=%s",
    "/admin/reports/workflow/results/?workflow=%s",
    "/admin/choose-page/search/?q=%s",
)


@pytest.mark.django_db(transaction=True)
def test_what_no_database_can_hold_is_answered(site):
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("vadiba@platforma.test", "x"))
    asked = [address.replace("%s", junk) for address in ADDRESSES for junk in JUNK]
    broken = [address for address in asked if client.get(address).status_code >= 500]
    assert broken == []
