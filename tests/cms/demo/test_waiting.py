"""The demo has something of every kind waiting, late and in time, that stands on a page marked as a sample."""

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from directory.models import Submission
from directory.moderation.waiting import waiting
from home.mail.sender import is_reserved

pytestmark = pytest.mark.django_db
KINDS = {"change", "new", "suggestions", "texts", "proposals", "facts", "mails"}


def test_every_kind_waits_and_something_is_late(demo):
    found = waiting(get_user_model().objects.get(email="moderator@platforma.example"))
    assert {kind.name for kind in found.kinds} >= KINDS and found.overdue >= 1
    assert any(row.is_due_today for row in found.rows)


def test_what_members_sent_is_of_samples_and_reaches_nobody(demo):
    rows = Submission.objects.waiting().select_related("sent_by", "page")
    assert len(rows) >= 4
    for row in rows:
        assert row.page.specific.is_sample and is_reserved(row.sent_by.email)
        assert row.promised_on.weekday() < 5 or row.promised_on == timezone.localdate()
