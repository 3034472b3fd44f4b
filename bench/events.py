"""Sign-ups of many at once, and the calendar with many dates, through gunicorn: ``python -m bench.events [DATES]``.

``DATABASE_URL`` chooses the engine. 64 clients with 320 addresses send 3,200 sign-ups for 50 seats to two processes, with
the limiter on; then the same with people giving up, accepting offers and staff changing the seats in between.
"""

import http.client
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from pathlib import Path

from bench.pages import ROOT, run
from bench.server import serve

CLIENTS, SIGN_UPS, SEATS, ADDRESSES = 64, 3200, 50, 320
SEED = 20221215

STATE = """
import json
from django.db.models import Sum
from events.models import Registration, Session
from events.vocabulary import TAKING, State
row = Session.objects.get(pk={asked})
rows = Registration.objects.filter(session=row)
waiting = list(rows.waiting().values_list("queued_at", "pk"))
print(json.dumps({{
    "seats": row.seats_room, "taken": row.taken_room, "overbooked": row.overbooked_room,
    "held": rows.filter(state__in=TAKING).aggregate(n=Sum("people"))["n"] or 0,
    "waiting": len(waiting), "in order": waiting == sorted(waiting) and len({{moment for moment, _pk in waiting}}) == len(waiting),
    "people": rows.active().values("person").distinct().count(), "active": rows.active().count(),
    "mails": __import__("home.models").models.OutboxMessage.objects.count(), "rows": rows.count(),
}}))
"""
CHANGE = """
import time
from events.actions.change_session import change_seats
from events.actions.seats import Refused
for seats in (55, 48, 60, 52, 50, 58):
    time.sleep(2)
    try:
        change_seats({asked}, room=seats, online=None)
    except Refused:
        pass
"""


def shell(code: str, env: dict) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", code],
        cwd=ROOT, env={**os.environ, **env}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


class Client(threading.Thread):
    """One after another: sign-ups, and in a mixed run what people do with their place afterwards."""

    def __init__(self, number: int, host: str, work: list[int], opened: str, path: str, *, mixed: bool):
        super().__init__()
        self.dice, self.host, self.work = random.Random(SEED + number), host, work
        self.opened, self.path, self.mixed = opened, path, mixed
        self.times: list[float] = []
        self.answers: list[int] = []
        self.changes: list[int] = []

    def post(self, path: str, data: dict, number: int) -> tuple[int, str]:
        connection = http.client.HTTPConnection(self.host, timeout=120)
        address = f"10.0.{number % ADDRESSES // 250}.{number % ADDRESSES % 250 + 1}"
        headers = {
            "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin",
            "X-Forwarded-For": address, "X-Forwarded-Proto": "https", "Host": "localhost",
        }  # fmt: skip
        try:
            connection.request("POST", path, urllib.parse.urlencode(data), headers)
            answer = connection.getresponse()
            answer.read()
            return answer.status, answer.getheader("Location") or ""
        finally:
            connection.close()

    def run(self) -> None:
        for number in self.work:
            data = {
                "opened": self.opened, "form_key": f"{number:032x}", "name": f"Persona {number}", "people": 1,
                "email": f"persona{number}@paraugs.test",
            }  # fmt: skip
            started = time.perf_counter()
            try:
                status, place = self.post(self.path, data, number)
            except OSError:
                status, place = 0, ""
            self.times.append(time.perf_counter() - started)
            self.answers.append(status)
            if self.mixed and status == 302 and self.dice.random() < 0.3:
                for act in self.dice.sample(["give-up", "confirm", "people"], 2):
                    self.changes.append(self.post(place, {"do": act, "people": 2}, number)[0])


def sign_ups(base: str, env: dict, asked: int, *, mixed: bool) -> None:
    opened = shell("from home.public_forms import opened_now; print(opened_now(60))", env)
    host = base.removeprefix("http://")
    parts = [list(range(number, SIGN_UPS, CLIENTS)) for number in range(CLIENTS)]
    path = f"/pieteikties/{asked}/"
    clients = [Client(number, host, part, opened, path, mixed=mixed) for number, part in enumerate(parts)]
    started = time.perf_counter()
    for client in clients:
        client.start()
    if mixed:
        shell(CHANGE.format(asked=asked), env)
    for client in clients:
        client.join()
    spent = time.perf_counter() - started
    times = sorted(moment for client in clients for moment in client.times)
    answers = [status for client in clients for status in client.answers]
    changes = [status for client in clients for status in client.changes]
    state = json.loads(shell(STATE.format(asked=asked), env))
    kinds = {status: answers.count(status) for status in sorted(set(answers))}
    decided = kinds.get(302, 0)
    print(f"  {'sign-ups, mixed' if mixed else 'sign-ups'}: {len(answers):,} in {spent:.0f} s, answers {kinds}")
    print(
        f"    {decided / spent * 60:,.0f} decisions a minute; p50 {times[len(times) // 2]:.2f} s, "
        f"p95 {times[int(len(times) * 0.95)]:.2f} s, longest {times[-1]:.2f} s"
    )
    if mixed:
        done = changes.count(302)
        print(f"    besides: {done:,} changes of places and {len(changes) - done:,} that were refused in words, so "
              f"{(decided + len(changes)) / spent * 60:,.0f} of all kinds a minute")  # fmt: skip
    print(f"    {state}")
    whole = state["taken"] == state["held"] <= state["seats"] + state["overbooked"] and state["in order"]
    exact = mixed or (state["taken"] == SEATS and state["waiting"] == SIGN_UPS - SEATS)
    print(
        f"    {'nothing lost, nothing oversold' if whole and exact and decided == SIGN_UPS else 'NOT AS IT SHOULD BE'}"
    )


def timed(base: str, label: str, path: str, times: int = 30) -> None:
    found, sql, size, tag = [], set(), 0, ""
    for number in range(times + 3):
        with urllib.request.urlopen(base + path, timeout=60) as answer:
            size, tag = len(answer.read()), answer.headers.get("ETag", "")
            if number >= 3:
                found.append(float(answer.headers["X-Bench-ms"]))
                sql.add(int(answer.headers["X-Bench-SQL"]))
    found.sort()
    again = ""
    if tag:
        request = urllib.request.Request(base + path, headers={"If-None-Match": tag})
        try:
            urllib.request.urlopen(request, timeout=60)
        except urllib.error.HTTPError as answer:
            again = f"{answer.code}, {float(answer.headers['X-Bench-ms']):.0f} ms"
    print(
        f"  {label:<28}{max(sql):>5}{found[len(found) // 2]:>9.1f}{found[int(len(found) * 0.95)]:>9.1f}{size / 1000:>9.1f}"
        f"   {again}", flush=True,
    )  # fmt: skip


def main(dates: int = 5000) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "media").mkdir()
        url = os.environ.get("DATABASE_URL", f"spatialite:///{folder / 'bench.sqlite3'}")
        env = {
            "DJANGO_SETTINGS_MODULE": "cms.settings.production", "SECRET_KEY": "bench" * 12,
            "SITE_URL": "http://localhost", "ALLOW_HTTP": "1", "EMAIL_URL": "smtp://localhost",
            "ALLOWED_HOSTS": "localhost,127.0.0.1", "DATABASE_URL": url, "VAR_DIR": str(folder),
            "STATIC_ROOT": str(folder / "static"), "TRUSTED_PROXIES": "1",
        }  # fmt: skip
        run([sys.executable, "manage.py", "migrate", "-v0"], ROOT, env)
        run([sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], ROOT, env)
        asked = json.loads(run([sys.executable, "-m", "bench.events_fixture", str(dates)], ROOT, env).splitlines()[-1])[
            "asked"
        ]
        print(f"{dates:,} dates, {url.split(':')[0]}")
        print(f"  {'':<28}{'SQL':>5}{'p50 ms':>9}{'p95 ms':>9}{'kB':>9}   again")
        with serve("cms.wsgi:application", env, str(ROOT)) as base:
            month = time.strftime("%Y-%m")
            for label, path in (
                ("agenda", "/kalendars/"), ("agenda, narrowed", "/kalendars/?kind=training&place=vieta-0"),
                ("month", f"/kalendars/?month={month}"), ("an event of 50 dates", "/kalendars/p1/"),
                ("iCalendar, all", "/plusmas/kalendars.ics"), ("iCalendar, narrowed", "/plusmas/kalendars.ics?kind=training"),
                ("Atom", "/plusmas/kalendars.atom"),
            ):  # fmt: skip
                timed(base, label, path)
        for mixed in (False, True):
            with serve("cms.wsgi:application", env, str(ROOT), workers=2) as base:
                sign_ups(base, env, asked, mixed=mixed)
            shell(
                f"from events.models import *; Registration.objects.filter(session={asked}).delete(); "
                f"Session.objects.filter(pk={asked}).update(taken_room=0, overbooked_room=0, seats_room={SEATS})", env,
            )  # fmt: skip


if __name__ == "__main__":
    main(*[int(text.replace("_", "")) for text in sys.argv[1:]])
