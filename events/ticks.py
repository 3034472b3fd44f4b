"""What the worker does for dated things. Each looks at rows that are due; running one twice does no harm."""

import datetime

from events.actions.anonymise import anonymise_due
from events.actions.lapse import lapse_due
from events.actions.remind import remind_due
from events.actions.suggest import forget_due
from home.worker import register_tick

register_tick("lapse_places", lapse_due, every=datetime.timedelta(seconds=30))
register_tick("remind", remind_due, every=datetime.timedelta(minutes=2))
register_tick("anonymise", anonymise_due, daily_at=datetime.time(2, 50))
register_tick("forget_suggestions", forget_due, daily_at=datetime.time(2, 55))
