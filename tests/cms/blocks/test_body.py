"""The article's body as a whole: what it offers, shows and stores."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.blocks import Block
from wagtail.images.tests.utils import get_test_image_file

from cms.blocks import ArticleBody
from cms.images.models import CmsImage
from cms.library import factories as library
from cms.pages import factories
from cms.pages.models import ArticlePage

BLOCKS = ArticlePage._meta.get_field("body").stream_block.child_blocks


def test_groups_of_blocks() -> None:
    groups: dict[str, list[str]] = {}
    for name, block in BLOCKS.items():
        groups.setdefault(block.meta.group, []).append(name)
    assert groups == {
        "Text": ["heading", "paragraph", "key_points", "quote", "questions"],
        "Health": ["condition_list", "therapy_list", "medicine_list", "explained_list"],
        "Safety": ["callout", "do_dont", "disclaimer", "crisis_resources"],
        "Next steps": ["call_to_action", "sources"],
        "Media": ["image", "table", "video"],
    }


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_every_block_explains_itself(block: Block) -> None:
    assert block.meta.icon != Block().meta.icon
    assert block.get_description()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("heading", "How to look after a cold"),
        ("paragraph", "drink plenty"),
        ("key_points", "Antibiotics do not help"),
        ("quote", "Noor"),
        ("questions", "How long does a cold last?"),
        ("condition_list", "Hay fever"),
        ("therapy_list", "Physiotherapy"),
        ("medicine_list", "Antihistamines"),
        ("explained_list", "Cover"),
        ("callout", "cannot breathe"),
        ("do_dont", "share towels"),
        ("disclaimer", "cannot replace advice"),
        ("crisis_resources", "Example line"),
        ("call_to_action", "Find a pharmacy"),
        ("sources", ""),
        ("image", "hum a tune"),
        ("table", "School children"),
        ("video", "wash your hands"),
    ],
)
def test_preview(name: str, shown: str, admin_client: Client) -> None:
    """Blocks that need something from the site show the newest there is."""
    CmsImage.objects.create(title="Hands", file=get_test_image_file())
    library.crisis_resource("Example line")
    block = BLOCKS[name]
    url = reverse("wagtailadmin_block_preview")
    response = admin_client.get(url, {"id": block.definition_prefix})
    assert response.status_code == 200
    assert shown in response.content.decode()


def test_preview_lists_every_block() -> None:
    parameters = next(mark for mark in test_preview.pytestmark if mark.name == "parametrize")
    assert [name for name, _shown in parameters.args[1]] == list(BLOCKS)


def _items(*values: object) -> list[dict]:
    return [{"type": "item", "value": value, "id": f"item-{n}"} for n, value in enumerate(values)]


@pytest.mark.django_db
def test_stored_shapes() -> None:
    """What an article stores comes back the same, from its row and from its revision."""
    page = factories.section(live=True)
    values = {
        "heading": {"text": "Hay fever", "level": 3},
        "paragraph": f'<p>Read <a linktype="page" id="{page.pk}">about pollen</a>.</p>',
        "key_points": _items("Close the windows.", "Dry washing indoors."),
        "quote": {"text": "<p>It passes.</p>", "speaker": "Lou", "story": True},
        "questions": _items({"question": "Is it a cold?", "answer": "<p>Colds pass sooner.</p>"}),
        "condition_list": _items(
            {
                "condition": library.condition().pk,
                "name": "",
                "medication": "<p>Sprays ease it.</p>",
                "therapy": "<p>Training helps.</p>",
                "text": "",
            }
        ),
        "therapy_list": _items(
            {"therapy": library.therapy().pk, "name": "", "text": "<p>You learn it.</p>"}
        ),
        "medicine_list": _items(
            {
                "medicine_class": library.medicine_class().pk,
                "name": "Sprays",
                "examples": "one, two",
                "text": "<p>They ease it.</p>",
            }
        ),
        "explained_list": {
            "ordered": True,
            "items": _items({"term": "Shake", "explanation": "<p>Ten times.</p>"}),
        },
        "callout": {"level": "urgent", "heading": "Call today if:", "text": "<p>It swells.</p>"},
        "do_dont": {"do": _items("rinse your nose"), "dont": _items("mow the lawn")},
        "disclaimer": {"disclaimer": library.disclaimer().pk, "text": ""},
        "crisis_resources": {
            "heading": "Help now",
            "resources": _items(library.crisis_resource().pk),
        },
        "call_to_action": {
            "call_to_action": None,
            "label": "Pollen count",
            "page": page.pk,
            "url": "",
            "phone": "",
            "style": "secondary",
        },
        "sources": None,
        "image": {"image": None, "alt": "Grass", "decorative": False, "caption": "In June"},
        "table": {
            "columns": [
                {"type": "text", "heading": "Month"},
                {"type": "rich_text", "heading": "Pollen"},
            ],
            "rows": [{"values": ["June", "<p><b>Grass</b></p>"]}],
            "caption": "Calendar",
        },
        "video": {
            "url": "https://videos.example.org/rinse",
            "title": "Rinsing your nose",
            "transcript": "<p>Lean forward.</p>",
        },
    }
    assert set(values) == set(BLOCKS)
    body = [{"type": name, "value": value, "id": name} for name, value in values.items()]

    article = factories.article(body=body)
    for block in article.body:
        assert block.value is not None or block.block_type == "sources"
    assert ArticlePage.objects.get(pk=article.pk).body.get_prep_value() == body
    assert article.get_latest_revision_as_object().body.get_prep_value() == body


def test_migrations_do_not_need_the_list_blocks() -> None:
    """Frozen definitions name Wagtail's list, so that ours may be renamed."""
    paths = {BLOCKS[name].deconstruct()[0] for name in ("key_points", "questions", "therapy_list")}
    assert paths == {"wagtail.blocks.ListBlock"}


def test_unfinished_blocks_save_as_a_draft() -> None:
    """A draft keeps every block as the editor opens it; only publishing asks for more."""
    body = ArticleBody()
    for block in body.child_blocks.values():
        block.clean_deferred(block.get_default())
