"""What the worker does for profiles by the clock. Each looks at rows that are due; running one twice does no harm."""

import datetime

from directory import visits
from directory.actions.keep_fresh import keep_fresh
from directory.actions.report import move_reports
from directory.freshness import websites
from directory.freshness.signs import look_for_signs
from home.worker import register_tick

# In the morning, so that mail is not at night; again by day, for what a step that failed has left.
register_tick("look_for_signs", look_for_signs, daily_at=datetime.time(3, 20))
register_tick("keep_fresh", keep_fresh, daily_at=datetime.time(9, 0))
register_tick("move_reports", move_reports, daily_at=datetime.time(3, 10))
register_tick("add_up_visits", visits.add_up, every=datetime.timedelta(minutes=5))
register_tick("forget_visits", visits.forget, daily_at=datetime.time(3, 30))
register_tick("follow_websites", websites.follow_pages, daily_at=datetime.time(3, 0))
register_tick("check_websites", websites.enqueue_due, every=datetime.timedelta(minutes=15))
