"""Frontends on other hosts: those that the settings name may read, and none may write."""

import pytest
from django.test import Client

from cms.pages import factories

pytestmark = pytest.mark.django_db

FRIEND = "https://www.example.org"
STRANGER = "https://www.example.com"
ADDRESSES = ["/api/content/v1/pages/?path=/", "/api/v2/pages/", "/api/v3/pages/"]


def allowed(response) -> str | None:
    return response.headers.get("Access-Control-Allow-Origin")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("origin", "answer"),
    [(FRIEND, FRIEND), (STRANGER, None), ("null", None), ("http://www.example.org", None)],
)
def test_reading(address, origin, answer):
    factories.home()
    response = Client(headers={"Origin": origin}).get(address)
    assert (response.status_code, allowed(response)) == (200, answer)
    assert "Access-Control-Allow-Credentials" not in response.headers
    assert "origin" in response.headers["Vary"].lower()


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("origin", "answer"), [(FRIEND, FRIEND), (STRANGER, None)])
def test_asking_beforehand(address, origin, answer):
    headers = {"Origin": origin, "Access-Control-Request-Method": "GET"}
    response = Client(headers=headers).options(address)
    assert (response.status_code, allowed(response)) == (200, answer)
    if answer:
        methods = response.headers["Access-Control-Allow-Methods"]
        assert methods.split(", ") == ["GET", "HEAD", "OPTIONS"]


@pytest.mark.parametrize("address", ["/admin/login/", "/"])
def test_only_the_apis_are_open(address):
    factories.home()
    assert allowed(Client(headers={"Origin": FRIEND}).get(address)) is None
