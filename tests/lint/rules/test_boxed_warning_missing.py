"""The table of warnings."""

from __future__ import annotations

import importlib

from lint import medicine_groups

module = importlib.import_module("lint.rules.boxed_warning_missing")


def test_every_row_is_of_a_group_of_medicines() -> None:
    named = {warning.group.replace("-", " ") for warning in module._WARNINGS}

    assert sorted(named - medicine_groups.groups().keys()) == []
