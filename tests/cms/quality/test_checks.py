from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.test import override_settings
from wagtail.admin.forms import WagtailAdminPageForm

from cms.pages.models import ArticlePage
from cms.quality import adapter


def ids(**settings: object) -> list[str]:
    with override_settings(**settings):
        found = run_checks(tags=["contentlint"], include_deployment_checks=True)
    return [message.id for message in found]


def test_every_form_explains() -> None:
    assert ids() == []


def test_a_page_type_whose_form_does_not_explain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ArticlePage, "base_form_class", WagtailAdminPageForm)
    assert ids() == ["contentlint.W001"]


def test_a_gate_that_is_off_is_not_deployed() -> None:
    assert ids(CONTENTLINT_GATE="off") == ["contentlint.E001"]


def test_a_configuration_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "contentlint.toml").write_text('profile = "mars"\n')
    adapter.config.cache_clear()
    try:
        assert ids(BASE_DIR=tmp_path) == ["contentlint.E002"]
    finally:
        adapter.config.cache_clear()
