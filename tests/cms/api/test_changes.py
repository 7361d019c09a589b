"""What changed, and the words of each page: for everybody, and for those with a token."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.utils import timezone
from jsonschema import Draft202012Validator
from wagtail.models import APIToken, GroupPagePermission, Page, PageViewRestriction

from cms.api import changes
from cms.api.openapi import document
from cms.library import factories as library
from cms.pages import factories
from cms.pages.models import ArticlePage, PublisherSettings
from tests.cms.api.hidden import HIDDEN, SECRET

pytestmark = pytest.mark.django_db

API = "/api/content/v1/"


@pytest.fixture(autouse=True)
def gate_off(settings):
    settings.CONTENTLINT_GATE = "off"


def get(client: Client, what: str, **query: Any) -> dict[str, Any]:
    answer = client.get(f"{API}{what}/", query)
    assert answer.status_code == 200, answer.content
    assert answer["Cache-Control"] == "private, no-store"
    found = answer.json()
    components = {"schemas": document()["components"]["schemas"]}
    schema = {"$ref": f"#/components/schemas/{what.capitalize()}", "components": components}
    assert [error.message for error in Draft202012Validator(schema).iter_errors(found)] == []
    return found


def titles(client: Client, **query: Any) -> list[str]:
    paths = [page["path"] for page in get(client, "changes", **query)["pages"]]
    return [get(client, "contents", path=path)["content"]["title"] for path in paths]


def with_token(user: User) -> Client:
    _, token = APIToken.create_token(user=user, name="Test")
    return Client(headers={"Authorization": f"Bearer {token}"})


def editor_of(page: Page) -> User:
    """Somebody who may change this page and those below it, and no other."""
    user = User.objects.create_user(f"editor-of-{page.pk}")
    group = Group.objects.create(name=f"Editors of {page.pk}")
    permission = Permission.objects.get(
        content_type__app_label="wagtailcore", codename="change_page"
    )
    GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user.groups.add(group)
    return user


def anonymous(page: Page) -> Client:
    return Client()


def session_only(page: Page) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("boss"))
    return client


def token_without_rights(page: Page) -> Client:
    return with_token(User.objects.create_user("reader"))


def editor_of_another_page(page: Page) -> Client:
    return with_token(editor_of(factories.section("Elsewhere", live=True)))


STRANGERS = [anonymous, session_only, token_without_rights, editor_of_another_page]


@pytest.mark.parametrize("make", HIDDEN)
@pytest.mark.parametrize("who", STRANGERS)
def test_hidden_pages(who: Callable[[Page], Client], make: Callable[[], Page]) -> None:
    page = make()
    shown = factories.article("Open", live=True, related=[page])
    client = who(page)
    listed = get(client, "changes")["pages"]
    assert shown.pk in [each["id"] for each in listed]
    assert page.pk not in [each["id"] for each in listed]
    assert not any(each["draft"] for each in listed if each["id"] == shown.pk)
    for version in ("live", "draft"):
        answer = client.get(f"{API}contents/", {"path": page.url, "version": version})
        assert answer.status_code == 404
        assert SECRET not in answer.content.decode()
    assert client.get(f"{API}changes/", {"path": page.url}).status_code == 404


@pytest.mark.parametrize(
    ("who", "status"),
    [(anonymous, 401), (session_only, 401), (token_without_rights, 403)],
)
def test_unpublished_words_of_a_live_page_stay_inside(who, status: int) -> None:
    page = factories.article("Open", live=True)
    page.title = SECRET
    page.save_revision()
    client = who(page)
    answer = client.get(f"{API}contents/", {"path": page.url, "version": "draft"})
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert get(client, "contents", path=page.url)["content"]["title"] == "Open"
    [entry] = get(client, "changes", path=page.url)["pages"]
    assert (entry["live"], entry["draft"]) == (True, False)


@pytest.mark.parametrize("make", HIDDEN)
def test_an_editor_reads_what_they_may_change(make: Callable[[], Page]) -> None:
    page = make()
    client = with_token(editor_of(page))
    [entry] = get(client, "changes", path=page.url)["pages"]
    assert (entry["id"], entry["draft"]) == (page.pk, not entry["live"])
    version = "live" if entry["live"] else "draft"
    answer = get(client, "contents", path=entry["path"], version=version)
    assert (answer["version"], answer["content"]["title"]) == (version, SECRET)


def test_the_newest_words_of_a_live_page() -> None:
    page = factories.article("Open", live=True)
    page.title = "Newer"
    page.save_revision()
    client = with_token(editor_of(page))
    [entry] = get(client, "changes", path=page.url)["pages"]
    assert (entry["live"], entry["draft"]) == (True, True)
    versions = {
        version: get(client, "contents", path=page.url, version=version)["content"]["title"]
        for version in ("live", "draft")
    }
    assert versions == {"live": "Open", "draft": "Newer"}


@pytest.mark.parametrize("header", ["Bearer nonsense", "Basic YTpi", "nonsense", "Bearer"])
@pytest.mark.parametrize("what", ["changes", "contents"])
def test_an_unknown_token_is_refused(what: str, header: str) -> None:
    factories.home()
    answer = Client(headers={"Authorization": header}).get(f"{API}{what}/", {"path": "/"})
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")


def test_a_revoked_token_is_refused() -> None:
    factories.home()
    _, token = APIToken.create_token(user=User.objects.create_superuser("boss"), name="Old")
    APIToken.objects.update(revoked_at=timezone.now())
    client = Client(headers={"Authorization": f"Bearer {token}"})
    assert client.get(f"{API}changes/").status_code == 401


def test_the_public_learns_nothing_of_what_is_not_published() -> None:
    target = factories.section(SECRET, live=True)
    condition = library.condition(SECRET, description=SECRET)
    disclaimer = library.disclaimer(text=f"<p>Ask a nurse.<!-- {SECRET} --></p>")
    body = [
        {"type": "paragraph", "value": f"<!-- {SECRET} --><p>Rest.<!-- {SECRET}</p>"},
        {"type": "paragraph", "value": f'<p><a linktype="page" id="{target.pk}">More</a></p>'},
        {"type": "condition_list", "value": [{"condition": condition.pk}]},
        {"type": "disclaimer", "value": {"disclaimer": disclaimer.pk}},
    ]
    page = factories.article("Open", body=body, live=True)
    restriction = PageViewRestriction.objects.create(page=target, restriction_type="login")
    condition.unpublish()
    answer = get(Client(), "contents", path=page.url)
    assert SECRET not in str(answer)
    shown = {f"disclaimer:{disclaimer.pk}": "live"}
    hidden = {f"page:{target.pk}": "missing", f"condition:{condition.pk}": "missing"}
    assert answer["references"] == hidden | shown
    answer = get(with_token(editor_of(page)), "contents", path=page.url)
    told = {f"page:{target.pk}": "private", f"condition:{condition.pk}": "not published"}
    assert answer["references"] == told | shown
    assert answer["library"][f"condition:{condition.pk}"]["description"] == SECRET
    restriction.delete()


def test_what_changed_since() -> None:
    first, second = (factories.article(title, live=True) for title in ("First", "Second"))
    Page.objects.update(last_published_at=timezone.now() - datetime.timedelta(hours=1))
    start = get(Client(), "changes")
    assert titles(Client()) == ["Home", "Home", "First", "Second"]
    second.title = "Second, newer"
    second.save_revision().publish()
    assert titles(Client(), since=start["next_since"]) == ["Second, newer"]
    assert get(Client(), "changes")["shared"] == start["shared"]
    now = timezone.now().isoformat()
    first.unpublish()
    pk = second.pk
    second.delete()
    answer = get(Client(), "changes", since=now)
    assert [each["id"] for each in answer["deleted"]] == [first.pk, pk]
    assert (answer["pages"], answer["shared"] == start["shared"]) == ([], False)


def library_item(page: ArticlePage) -> None:
    library.condition()


def site_settings(page: ArticlePage) -> None:
    settings = PublisherSettings.for_site(page.get_site())
    settings.publisher = "Brook Health"
    settings.save()


def privacy(page: ArticlePage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def address(page: ArticlePage) -> None:
    page.slug = "moved"
    page.save()


@pytest.mark.parametrize("change", [library_item, site_settings, privacy, address])
def test_what_many_pages_depend_on(change: Callable[[ArticlePage], None]) -> None:
    page = factories.article(live=True)
    before = get(Client(), "changes")["shared"]
    assert get(Client(), "changes")["shared"] == before
    change(page)
    assert get(Client(), "changes")["shared"] != before


def test_only_below_a_path() -> None:
    section = factories.section("Lungs", live=True)
    factories.article("Asthma", section, live=True)
    factories.article("Sleep", live=True)
    assert titles(Client(), path=section.url) == ["Lungs", "Asthma"]
    assert titles(Client(), path=section.url.rstrip("/")) == ["Lungs", "Asthma"]


@pytest.mark.parametrize("what", ["pages", "contents"])
def test_a_page_whose_path_is_not_ascii(what: str) -> None:
    page = factories.article("Summer", slug="été", live=True)
    [entry] = get(Client(), "changes", path="/été/")["pages"]
    assert entry["path"] == "/%C3%A9t%C3%A9/"
    answers = [
        Client().get(f"{API}{what}/", {"path": path}).json() for path in ("/été/", entry["path"])
    ]
    assert [answer["id"] for answer in answers] == [page.pk] * 2


def test_many_pages_come_in_several_answers(monkeypatch) -> None:
    monkeypatch.setattr(changes, "AT_ONCE", 2)
    section = factories.section(live=True)
    pages = [section, *(factories.article(parent=section, live=True) for _ in range(2))]
    first = get(Client(), "changes", path=section.url)
    second = get(Client(), "changes", path=section.url, after=first["next_after"])
    listed = [[each["id"] for each in answer["pages"]] for answer in (first, second)]
    assert listed == [[page.pk for page in pages[:2]], [page.pk for page in pages[2:]]]
    assert (second["next_after"], second["shared"]) == (None, None)


@pytest.mark.parametrize(
    ("what", "query", "status"),
    [
        ("changes", {"since": "yesterday"}, 400),
        ("changes", {"since": "2026-02-31T00:00:00Z"}, 400),
        ("changes", {"since": "2026-02-01T00:00:00"}, 400),
        ("changes", {"after": "-1"}, 400),
        ("changes", {"after": "9" * 30}, 400),
        ("changes", {"since": "0001-01-01T00:00:00+14:00"}, 400),
        ("changes", {"since": "9999-12-31T23:59:59-14:00"}, 400),
        ("changes", {"path": "lungs"}, 400),
        ("changes", {"path": "/lungs%00/"}, 400),
        ("changes", {"path": "/nowhere/"}, 404),
        ("contents", {}, 400),
        ("contents", {"path": "/", "version": "old"}, 400),
        ("contents", {"path": "/nowhere/"}, 404),
    ],
)
def test_a_strange_question_gets_a_clear_answer(what: str, query: dict, status: int) -> None:
    factories.home()
    answer = Client().get(f"{API}{what}/", query)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["detail"]


@pytest.mark.parametrize("what", ["changes", "contents"])
def test_they_can_only_be_read(what: str) -> None:
    assert Client().post(f"{API}{what}/").status_code == 405
    assert Client().options(f"{API}{what}/").status_code == 204


def test_who_may_read_more_or_less_reads_everything_again() -> None:
    page = factories.article(live=True)
    user = editor_of(page)
    client = with_token(user)
    before = get(client, "changes")["shared"]
    assert get(client, "changes")["shared"] == before
    user.groups.clear()
    assert get(client, "changes")["shared"] == get(Client(), "changes")["shared"] != before
