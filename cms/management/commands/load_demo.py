"""Load the demo municipality into an empty site."""

import logging
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cms.demo.accounts import ACCOUNTS, write_accounts
from cms.demo.load import NotEmpty, home_of_demo, load, unload


@contextmanager
def quiet(name: str):
    """Without the line that Wagtail logs for each of a hundred pages."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)


class Command(BaseCommand):
    help = "Load the demo municipality: pages in two languages, news, people, settlements and six accounts."

    def add_arguments(self, parser):
        parser.add_argument("--reset", action="store_true", help="throw the demo's pages away first and load it anew")
        parser.add_argument(
            "--accounts", type=Path, default=ACCOUNTS, help="file for the generated passwords (default: %(default)s)"
        )

    def handle(self, *, reset: bool, accounts: Path, **options):
        if home_of_demo() is not None:
            if not reset:
                self.stdout.write("The demo municipality is here already; nothing was changed.")
                return
            unload()
        try:
            with quiet("wagtail"):
                made = load()
        except NotEmpty:
            own = "This site has pages of its own. The demo is only loaded into an empty site; nothing was changed."
            if reset:
                raise CommandError(own) from None
            self.stdout.write(own)
            return
        write_accounts(made, accounts)
        self.stdout.write("The demo municipality is loaded. Accounts, also kept in " + accounts.name + ":")
        for account in made:
            self.stdout.write(f"  {account.role:<16}{account.email:<32}{account.password}")
