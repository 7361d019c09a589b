"""What every test of the CMS starts from."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    """Wagtail caches the sites' root pages, which a rolled-back test takes away again."""
    cache.clear()
    yield
    cache.clear()
