import pytest

from lint import urls


@pytest.mark.parametrize(
    ("href", "scheme", "address", "host"),
    [
        ("https://Riverside.org/a", "https", "https://Riverside.org/a", "riverside.org"),
        (" HTTP://riverside.org.:8080 ", "http", "HTTP://riverside.org.:8080", "riverside.org"),
        ("//riverside.org/a", "", "https://riverside.org/a", "riverside.org"),
        ("www.riverside.org", "", "http://www.riverside.org", "www.riverside.org"),
        ("java\nscr\tipt:x()", "javascript", None, ""),
        ("\x01java\u200bscript:x()", "javascript", None, ""),
        ("/a:b", "", None, ""),
        ("#javascript:x", "", None, ""),
        ("mailto:a@b.org", "mailto", None, ""),
        ("http://[::1", "http", "http://[::1", ""),
        ("http://a:port/", "http", "http://a:port/", ""),
        ("", "", None, ""),
    ],
)
def test_reads_an_address_as_a_browser_does(href, scheme, address, host) -> None:
    found = urls.web_address(href)
    assert (urls.scheme(href), found, urls.host(found or "")) == (scheme, address, host)
