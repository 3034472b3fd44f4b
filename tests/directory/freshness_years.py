"""Years in the life of many profiles, day by day: members answer late or never, leave and come, staff step in.

Played with the real actions on the real database; what was mailed is read from the outbox at the end.
"""

import datetime
import itertools
import random
import re
from collections import defaultdict
from dataclasses import dataclass, field

from directory.actions.answer import GONE, RIGHT, answer
from directory.actions.archive import restore
from directory.actions.confirm import confirm
from directory.actions.keep_fresh import keep_fresh
from directory.models import Freshness, Listing, Membership
from home.models import OutboxMessage, User
from home.models.outbox import recipient_key
from tests.factories.directory import community, directory_page

Stage, How = Freshness.Stage, Freshness.How
OCCASION = re.compile(r"freshness-(?P<key>[0-9a-f-]{36})-(?P<round>\d+)-(?P<what>[a-z]+(?:-\d)?)$")
ORDER = ["ask", "remind-1", "remind-2", "mark", "archive"]
START = datetime.datetime(2026, 1, 5, 7, tzinfo=datetime.UTC)
# So many of a hundred profiles lose a member on a day, and half as many get one.
LEAVING = 0.0004


@dataclass
class Figures:
    profiles: int = 0
    mails: int = 0
    rounds: int = 0
    answers: int = 0
    archived: int = 0
    restored: int = 0
    left: int = 0
    faults: list = field(default_factory=list)


class Years:
    def __init__(self, home, profiles: int, seed: int = 7):
        self.chance, self.figures = random.Random(seed), Figures(profiles)
        self.chief = User.objects.create_superuser("vadiba@platforma.test", "x")
        parent = directory_page(home)
        self.keys = []
        for number in range(profiles):
            page = community(parent, f"Kopiena {number}", slug=f"k-{number}")
            self.keys.append(page.translation_key)
            for one in range(self.chance.choice([0, 1, 1, 2, 2])):
                user = User.objects.create_user(f"b{number}-{one}@platforma.test")
                Membership.objects.create(profile=page.profile, user=user)
            born = START - datetime.timedelta(days=self.chance.randrange(300))
            Freshness.objects.filter(pk=page.translation_key).update(
                changed_at=born, confirmed_at=born, stage_since=born, due_at=born.replace(year=born.year + 1)
            )
        # How each answers: at once, late, never; decided once, as people are.
        self.habits = {key: self.chance.choice(["soon", "late", "last", "never", "gone"]) for key in self.keys}
        self.answered_rounds: set = set()
        self.gone: dict = {}  # address digest → (profile, the day it left)
        self.sent_on: dict = {}
        self.last_mail = 0

    def play(self, days: int, every: int = 1) -> Figures:
        now = START
        for day in range(0, days, every):
            now = START + datetime.timedelta(days=day)
            self.people_come_and_go(now, every)
            keep_fresh(now)
            self.note_new_mails(now)
            self.answer_some(now)
        self.bring_back_all(now)
        self.judge()
        return self.figures

    def note_new_mails(self, now):
        new = OutboxMessage.objects.filter(pk__gt=self.last_mail, occasion__startswith="freshness-")
        new = new.exclude(occasion__startswith="freshness-staff-")
        for pk, occasion, digest in new.order_by("pk").values_list("pk", "occasion", "recipient_key"):
            self.sent_on[pk] = (now, occasion, digest)
            self.last_mail = pk
            key = OCCASION.match(occasion)["key"]
            if self.gone.get((key, digest)):
                self.figures.faults.append(f"to an ex-member: {occasion}")

    def people_come_and_go(self, now, days):
        if self.chance.random() < LEAVING * len(self.keys) * days:
            row = self.chance.choice(list(Membership.objects.select_related("user")) or [None])
            if row is not None:
                self.gone[str(row.profile_id), recipient_key(row.user.email)] = now
                self.figures.left += 1
                row.delete()
        if self.chance.random() < LEAVING / 2 * len(self.keys) * days:
            key = self.chance.choice(self.keys)
            user = User.objects.create_user(f"jauns-{now:%Y%m%d}@platforma.test")
            Membership.objects.create(profile_id=key, user=user)

    def answer_some(self, now):
        waits = Freshness.objects.filter(stage__in=(Stage.ASKED, Stage.REMINDED, Stage.STALE, Stage.ARCHIVED))
        for row in waits.select_related("profile"):
            days = (now - row.stage_since).days
            match self.habits[row.pk], row.stage:
                case ("soon", Stage.ASKED) if days >= 3:
                    self.say(row, RIGHT, now)
                case ("late", Stage.REMINDED) if days >= 10:
                    self.say(row, RIGHT, now)
                case ("last", Stage.ARCHIVED) if days >= 40:
                    self.say(row, RIGHT, now)
                case ("gone", Stage.REMINDED) if days >= 5:
                    self.say(row, GONE, now)
            if self.chance.random() < 0.0005 and row.stage != Stage.ARCHIVED:
                confirm(profile=row.profile, how=How.PHONE, user=self.chief, now=now)

    def say(self, row, what, now):
        if (row.pk, row.round) in self.answered_rounds:
            return  # who has said that it is gone is not asked again, and the place may wait for staff for years
        self.answered_rounds.add((row.pk, row.round))
        was_archived = row.stage == Stage.ARCHIVED
        counted = answer(profile=row.profile, round_number=row.round, what=what, now=now)
        again = answer(profile=row.profile, round_number=row.round, what=what, now=now)
        if again:
            self.figures.faults.append(f"answered twice: {row.pk} {row.round} {what}")
        self.figures.answers += counted
        if counted and was_archived:
            self.figures.restored += 1
            if not Listing.objects.filter(thing=row.pk).exists():
                self.figures.faults.append(f"not back: {row.pk}")

    def bring_back_all(self, now):
        for row in Freshness.objects.filter(stage=Stage.ARCHIVED).select_related("profile"):
            if restore(profile=row.profile, how=How.STAFF, user=self.chief, now=now) is None:
                self.figures.faults.append(f"not restored: {row.pk}")
            self.figures.restored += 1
        if (count := Listing.objects.filter(language="lv").count()) != len(self.keys):
            self.figures.faults.append(f"{count} of {len(self.keys)} are on the site")

    def judge(self):
        rounds = defaultdict(list)
        seen = set()
        for _pk, (now, occasion, digest) in sorted(self.sent_on.items()):
            found = OCCASION.match(occasion)
            if (occasion, digest) in seen:
                self.figures.faults.append(f"twice: {occasion}")
            seen.add((occasion, digest))
            rounds[found["key"], found["round"]].append((now, found["what"]))
        for (key, number), mails in rounds.items():
            steps = list(dict.fromkeys(what for _now, what in mails))
            if steps != [what for what in ORDER if what in steps]:
                self.figures.faults.append(f"order of {key} {number}: {steps}")
            days = [now for now, _what in {what: (now, what) for now, what in reversed(mails)}.values()]
            days.sort()
            if any(b - a < datetime.timedelta(13) for a, b in itertools.pairwise(days)):
                self.figures.faults.append(f"too close: {key} {number}")
        self.figures.mails, self.figures.rounds = len(self.sent_on), len(rounds)
        self.figures.archived = OutboxMessage.objects.filter(occasion__startswith="freshness-staff-").count()
