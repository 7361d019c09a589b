import json
from pathlib import Path

from lint.config import Config
from lint.readers.content_set import ContentSet
from lint.site import LinkState, LinkStatus, ReferenceState
from lint.world import World

BROKEN = LinkStatus(LinkState.BROKEN, "404 Not Found")


def content(root: Path) -> ContentSet:
    files = {
        "site.json": {"publisher": "Riverside Trust", "disclaimer": {"en-US": "general"}},
        "pages/en-US/sleep.json": {"kind": "article"},
        "library/disclaimer/general.json": {"text": "<p>Ask your doctor.</p>"},
    }
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data))
    return ContentSet.at(root)


def test_a_file_on_its_own_knows_nothing_of_a_site() -> None:
    world = World.of(Config(), None, {"https://a.org/": BROKEN}, "nobody asked")
    assert world.link("https://a.org/") == BROKEN
    assert world.link("https://b.org/") == LinkStatus(LinkState.UNKNOWN, "nobody asked")
    assert world.reference("page", "/sleep/", "en-US") is ReferenceState.UNKNOWN
    assert world.library_item("disclaimer", "general", "en-US") is None
    assert (world.publisher, world.disclaimer("en-US")) == ("", "")


def test_a_file_of_a_content_set_knows_its_neighbours(tmp_path: Path) -> None:
    world = World.of(Config(), content(tmp_path), {}, "")
    assert world.reference("page", "/sleep/", "en-US") is ReferenceState.LIVE
    assert world.reference("page", "/naps/", "en-US") is ReferenceState.MISSING
    assert world.library_item("disclaimer", "general", "en-US") == {
        "text": "<p>Ask your doctor.</p>"
    }
    assert (world.publisher, world.disclaimer("en-US")) == ("Riverside Trust", "Ask your doctor.")


def test_the_configuration_goes_before_the_content_set(tmp_path: Path) -> None:
    config = Config(publisher="Hillside", disclaimers={"en-US": "Ask us."})
    world = World.of(config, content(tmp_path), {}, "")
    assert (world.publisher, world.disclaimer("en-US")) == ("Hillside", "Ask us.")
