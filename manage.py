#!/usr/bin/env python
"""Django's command line for this project."""

import os
import sys

from cms.settings.environment import SettingsError


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except SettingsError as error:
        sys.exit(f"contentlint: {error}")


if __name__ == "__main__":
    main()
