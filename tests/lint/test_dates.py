import datetime

import pytest

from lint import dates


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-10-01", datetime.date(2026, 10, 1)),
        (" 2024-02-29 ", datetime.date(2024, 2, 29)),
        ("2026-02-29", None),
        ("20261001", None),
        ("2026-W40-4", None),
        ("01/10/2026", None),
        ("2026-10-01T09:00", None),
        ("\u0662\u0660\u0662\u0666-10-01", None),
        ("soon", None),
        ("", None),
    ],
)
def test_only_days_of_the_calendar_are_dates(written: str, expected: datetime.date | None) -> None:
    assert dates.parse(written) == expected
