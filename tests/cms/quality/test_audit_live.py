"""The audit finds what no gate could have held back."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cms.library import factories as library
from cms.library.models import Therapy
from cms.pages import factories
from cms.pages.models import ArticlePage

pytestmark = pytest.mark.django_db

CLAIM = {"type": "paragraph", "value": "<p>Sleep therapy cures insomnia for good.</p>"}


def audit(**options: bool) -> str:
    """What the audit says; it fails where it finds something."""
    out = StringIO()
    call_command("audit_live", stdout=out, **options)
    return out.getvalue()


def test_a_clean_site() -> None:
    factories.clean_article(live=True)
    factories.clean_article(body=[CLAIM])
    assert "0 with errors" in audit()


def test_what_went_past_the_gate() -> None:
    page = factories.clean_article(live=True)
    body = factories.stream([*factories.CLEAN_BODY, CLAIM])
    ArticlePage.objects.filter(pk=page.pk).update(body=body)
    item = library.therapy()
    Therapy.objects.filter(pk=item.pk).update(description="Singing therapy cures asthma for good.")
    with pytest.raises(CommandError, match="2 of"):
        audit()
    with pytest.raises(CommandError):
        audit(unpublish=True)
    assert not ArticlePage.objects.get(pk=page.pk).live
    assert "0 with errors" in audit()
