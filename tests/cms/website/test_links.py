"""Addresses and numbers as they may stand in a link."""

import pytest

from cms.website import links


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b=1#c", "https://example.org/a?b=1#c"),
        ("  http://example.org/ ", "http://example.org/"),
        ("mailto:help@example.org", "mailto:help@example.org"),
        ("tel:988", "tel:988"),
        ("/treatments/", "/treatments/"),
        ("#sources", "#sources"),
        ("", ""),
        (None, ""),
        ("example.org", ""),
        ("javascript:alert(1)", ""),
        ("java\tscript:alert(1)", ""),
        ("\x01javascript:alert(1)", ""),
        ("JAVASCRIPT:alert(1)", ""),
        ("data:text/html,x", ""),
        ("http://[broken", ""),
    ],
)
def test_safe_link(address, expected):
    assert links.safe_link(address) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("+44 (0)20 7946-0000", "+442079460000"),
        ("116 123", "116123"),
        ("988", "988"),
        ("", ""),
        (None, ""),
        ("javascript:alert(1)", "1"),
    ],
)
def test_dialled(number, expected):
    assert links.dialled(number) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [("https://www.example.org/a", "example.org"), ("/treatments/", ""), ("tel:988", "")],
)
def test_host(address, expected):
    assert links.host(address) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/lungs/", "/lungs/"),
        ("https://other.example.org/lungs/", "https://other.example.org/lungs/"),
    ],
)
def test_page_address(url, expected):
    link = {"path": "/lungs/", "url": url}
    assert links.page_address(link, "https://example.org") == expected


def test_file_address(rf):
    request = rf.get("/", headers={"host": "localhost"})
    own, other = "http://localhost/media/a.png", "https://cdn.example.org/a.png"
    assert links.file_address(own, request) == "/media/a.png"
    assert links.file_address(other, request) == other
