#!/usr/bin/env python
"""Django's command line, on development settings unless told otherwise."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import OperationalError

    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, OperationalError) as error:
        # What an administrator can put right is told in its own words; where it arose is of no help.
        if "--traceback" in sys.argv:
            raise
        sys.exit(f"{str(error).strip()}\n(--traceback shows where this arose.)")


if __name__ == "__main__":
    main()
