"""Articles as editors make them: through the page forms of the admin."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.library import factories as library
from cms.pages import factories
from cms.pages.models import ArticlePage, HomePage, SectionPage

pytestmark = pytest.mark.django_db

FORMSETS = (
    "authors",
    "reviewers",
    "sources",
    "about_conditions",
    "about_therapies",
    "about_medicine_classes",
    "related",
    "comments",
)


def form(**filled_in: Any) -> dict[str, str]:
    """The article form as it opens, with some of it filled in."""
    empty = {
        "title": "Hay fever at school",
        "slug": "hay-fever-at-school",
        "summary": "",
        "seo_title": "",
        "search_description": "",
        "social_image": "",
        "hero_image": "",
        "hero_alt": "",
        "article_kind": "clinical",
        "audience": "public",
        "also_called": "",
        "tags": "",
        "last_reviewed": "",
        "next_review": "",
        "body": streamfield([]),
        **{name: inline_formset([]) for name in FORMSETS},
    }
    return nested_form_data(empty | filled_in)


def add_url(parent: Page, model: str = "articlepage") -> str:
    return reverse("wagtailadmin_pages:add", args=("pages", model, parent.pk))


def test_create_a_draft_with_everything(admin_client: Client) -> None:
    section = factories.section(live=True)
    other = factories.article("Pollen", parent=section)
    author, reviewer = library.person(), library.reviewer()
    condition, therapy = library.condition(), library.therapy()
    medicines = library.medicine_class()
    response = admin_client.post(
        add_url(section),
        form(
            summary="How pupils get through June.",
            also_called="seasonal rhinitis\npollen allergy",
            tags="allergy, school",
            article_kind="story",
            audience="carers",
            hero_alt="A meadow",
            hero_decorative="on",
            last_reviewed="2026-03-01",
            next_review="2028-03-01",
            authors=inline_formset([{"person": author.pk}, {"person": reviewer.pk}]),
            reviewers=inline_formset([{"person": reviewer.pk}]),
            sources=inline_formset(
                [
                    {
                        "citation": "Pollen and you. 2025.",
                        "url": "https://pollen.example.org/",
                        "accessed": "2026-02-01",
                        "evidence": "guideline",
                    }
                ]
            ),
            about_conditions=inline_formset([{"condition": condition.pk}]),
            about_therapies=inline_formset([{"therapy": therapy.pk}]),
            about_medicine_classes=inline_formset([{"medicine_class": medicines.pk}]),
            related=inline_formset([{"article": other.pk}]),
            body=streamfield(
                [
                    ("heading", {"text": "In class", "level": "3"}),
                    ("paragraph", rich_text("<p>Close the windows.</p>")),
                ]
            ),
        ),
    )
    article = ArticlePage.objects.get(slug="hay-fever-at-school")
    assert response.url == reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert article.live is False
    draft = article.get_latest_revision_as_object()
    assert {
        "summary": draft.summary,
        "also_called": draft.also_called,
        "tags": sorted(tag.name for tag in draft.tags.all()),
        "kind": (draft.article_kind, draft.audience),
        "hero": (draft.hero_alt, draft.hero_decorative),
        "dates": (draft.last_reviewed, draft.next_review),
        "authors": [item.person for item in draft.authors.all()],
        "reviewers": [item.person for item in draft.reviewers.all()],
        "sources": [
            (item.citation, item.url, item.accessed, item.evidence) for item in draft.sources.all()
        ],
        "about": [
            *(item.condition for item in draft.about_conditions.all()),
            *(item.therapy for item in draft.about_therapies.all()),
            *(item.medicine_class for item in draft.about_medicine_classes.all()),
        ],
        "related": [item.article for item in draft.related.all()],
        "heading": dict(draft.body[0].value),
        "paragraph": "Close the windows." in draft.body[1].value.source,
    } == {
        "summary": "How pupils get through June.",
        "also_called": ["seasonal rhinitis", "pollen allergy"],
        "tags": ["allergy", "school"],
        "kind": ("story", "carers"),
        "hero": ("A meadow", True),
        "dates": (date(2026, 3, 1), date(2028, 3, 1)),
        "authors": [author, reviewer],
        "reviewers": [reviewer],
        "sources": [
            ("Pollen and you. 2025.", "https://pollen.example.org/", date(2026, 2, 1), "guideline")
        ],
        "about": [condition, therapy, medicines],
        "related": [other],
        "heading": {"text": "In class", "level": 3},
        "paragraph": True,
    }


def test_a_title_is_enough_for_a_draft(admin_client: Client) -> None:
    unfinished = streamfield(
        [
            ("heading", {"text": "", "level": "2"}),
            ("call_to_action", {"label": "", "page": "", "url": "", "phone": "", "style": "link"}),
        ]
    )
    sources = inline_formset([{"citation": "", "url": "", "accessed": "", "evidence": "other"}])
    admin_client.post(add_url(factories.home()), form(body=unfinished, sources=sources))
    draft = ArticlePage.objects.get().get_latest_revision_as_object()
    assert [block.block_type for block in draft.body] == ["heading", "call_to_action"]


def test_an_empty_heading_is_refused_when_published(admin_client: Client) -> None:
    broken = streamfield([("heading", {"text": "", "level": "2"})])
    data = form(body=broken) | {"action-publish": "action-publish"}
    response = admin_client.post(add_url(factories.home()), data)
    assert response.status_code == 200
    assert "This field is required." in response.content.decode()
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize("allowed", [True, False])
def test_permission_to_add(allowed: bool) -> None:
    """Somebody with rights on one section has none on its neighbour."""
    home = factories.home()
    own, neighbour = factories.section(parent=home), factories.section(parent=home)
    group = Group.objects.create(name="Writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(
        group=group, page=own, permission=Permission.objects.get(codename="add_page")
    )
    user = User.objects.create_user("writer", "writer@example.org", "a long password")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    response = client.post(add_url(own if allowed else neighbour), form())
    assert response.status_code == 302
    assert ArticlePage.objects.exists() is allowed


@pytest.mark.parametrize(
    ("parent", "children"),
    [
        (HomePage, {SectionPage, ArticlePage}),
        (SectionPage, {SectionPage, ArticlePage}),
        (ArticlePage, set()),
        (Page, {HomePage}),
    ],
)
def test_what_may_stand_below(parent: type[Page], children: set[type[Page]]) -> None:
    ours = {HomePage, SectionPage, ArticlePage}
    assert set(parent.allowed_subpage_models()) & ours == children


def test_search_finds_other_names() -> None:
    article = factories.article(also_called=["pollinosis"], summary="For pupils.")
    factories.article("Something else")
    found = {
        word: [page.pk for page in ArticlePage.objects.search(word)]
        for word in ("pollinosis", "pupils", "sneeze")
    }
    assert found == {"pollinosis": [article.pk], "pupils": [article.pk], "sneeze": []}


def test_deleting_a_person_keeps_the_draft_readable() -> None:
    reviewer = library.reviewer()
    article = factories.article(reviewers=[reviewer])
    reviewer.delete()
    assert list(article.get_latest_revision_as_object().reviewers.all()) == []
