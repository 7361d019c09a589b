import pytest
from django.core.exceptions import ValidationError

from cms.library.fields import LinesField
from cms.library.models import Condition


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("", []),
        (None, []),
        ("MDD\r\n  low mood \n\n", ["MDD", "low mood"]),
        (["MDD", " low mood ", ""], ["MDD", "low mood"]),
    ],
)
def test_a_text_a_line(typed: object, stored: list[str]) -> None:
    field = Condition._meta.get_field("also_called").formfield()
    assert field.clean(typed) == stored
    assert not field.has_changed(stored, typed)
    assert field.clean(field.prepare_value(stored)) == stored


@pytest.mark.parametrize("value", [{"a": 1}, [1, 2], 7, [["nested"]]])
def test_only_texts(value: object) -> None:
    with pytest.raises(ValidationError, match="must be a list of texts"):
        LinesField().formfield().clean(value)
    with pytest.raises(ValidationError, match="must be a list of texts"):
        LinesField().clean(value, None)
