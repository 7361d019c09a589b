import pytest
from django.test import Client

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
