import pytest
from django.test import Client
from wagtail.embeds.embeds import get_embed
from wagtail.embeds.exceptions import EmbedUnsupportedProviderException

from cms.security import ADMIN, PAGES


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/", PAGES),
        ("/admin/login/", ADMIN),
        ("/api/v2/pages/", PAGES),
        ("/api/v3/docs/", PAGES),
        ("/no-such-page/", PAGES),
    ],
)
def test_every_response_says_what_it_may_load(client: Client, path: str, policy: str) -> None:
    assert client.get(path).headers["Content-Security-Policy"] == policy


@pytest.mark.django_db
def test_the_server_asks_no_other_site_about_a_video() -> None:
    with pytest.raises(EmbedUnsupportedProviderException):
        get_embed("https://www.youtube.com/watch?v=0")
