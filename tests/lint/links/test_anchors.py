import pytest

from lint.links.anchors import LONGEST_TAG, Anchors, names


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ('<h2 id="dose">Dose</h2>', True),
        ("<h2 id='dose'>", True),
        ("<H2 CLASS=big ID=dose>", True),
        ('<br/><a name="dose"></a>', True),
        ('<p title="a > b" hidden id = "dose">', True),
        ('<p class= id="dose">', False),
        ("<p id=>dose</p><i id=dose>", True),
        ("<p id=dose&#115;><p id=do&#115;e>", True),
        ("<p it's id=dose>", True),
        ("<!-- a --><script>'<p>'</script ><p id=dose>", True),
        ("<!--><p id=dose>", True),
        ("<!---><p id=dose>", True),
        ('<!-- <p id="dose"> -->', False),
        ("<script>'<p id=\"dose\">'</script>", False),
        ("<STYLE><p id=dose></STYLE>", False),
        ("<title><p id=dose></title>", False),
        ('<p data-id="dose" name="dose" class="id=dose">', False),
        ("<p>id=dose</p>", False),
        ('<p id="DOSE">', False),
        ('<p id="dose', False),
        ("< p id=dose>", False),
    ],
)
@pytest.mark.parametrize("step", [1, 3, 10_000])
def test_finds_what_a_browser_jumps_to(page: str, found: bool, step: int) -> None:
    anchors = Anchors({"dose"})
    for start in range(0, len(page), step):
        anchors.feed(page[start : start + step])
    assert (anchors.found, anchors.missing) == (({"dose"}, set()) if found else (set(), {"dose"}))


@pytest.mark.parametrize(
    ("piece", "end"),
    [("<a ", ""), ('<a x="', "'"), ("<!--", ""), ("<script", ""), ("<p x='<", ">"), ("=", "<")],
)
def test_holds_on_to_little_of_a_page_that_makes_no_sense(piece: str, end: str) -> None:
    anchors = Anchors({"dose"})
    for _ in range(10):
        anchors.feed(piece * 10_000 + end)
        assert len(anchors._held) <= LONGEST_TAG
    assert anchors.missing == {"dose"}


def test_goes_on_after_a_tag_that_is_too_long() -> None:
    anchors = Anchors({"dose"})
    for part in ("<p x='" + "y" * LONGEST_TAG, "'>", "<p id=dose>"):
        anchors.feed(part)
    assert anchors.found == {"dose"}


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("", set()),
        ("Top", set()),
        ("!/doses", set()),
        ("/doses", set()),
        (":~:text=take%20two", set()),
        ("dose", {"dose", "user-content-dose"}),
        ("m%C3%A4dchen:~:text=x", {"m%C3%A4dchen", "mädchen", "user-content-m%C3%A4dchen"}),
    ],
)
def test_some_fragments_name_no_place(fragment: str, expected: set[str]) -> None:
    assert names(fragment) == expected
