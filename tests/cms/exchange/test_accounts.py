import pytest
from django.contrib.auth import authenticate, get_user_model
from wagtail.models import Page

from cms.exchange.accounts import make_accounts

pytestmark = pytest.mark.django_db


def rights(name: str) -> dict[str, bool]:
    user = get_user_model().objects.get(username=name)
    tester = Page.objects.get(depth=2).permissions_for_user(user)
    return {
        "superuser": user.is_superuser,
        "enters the admin": user.has_perm("wagtailadmin.access_admin"),
        "adds pages": tester.can_add_subpage(),
        "publishes pages": tester.can_publish(),
        "changes conditions": user.has_perm("library.change_condition"),
        "publishes conditions": user.has_perm("library.publish_condition"),
        "deletes conditions": user.has_perm("library.delete_condition"),
    }


def test_each_role_may_do_what_its_people_do() -> None:
    make_accounts()
    everything = dict.fromkeys(rights("admin"), True)
    assert {name: rights(name) for name in ("admin", "editor", "reviewer")} == {
        "admin": everything,
        "editor": everything
        | dict.fromkeys(
            ("superuser", "publishes pages", "publishes conditions", "deletes conditions"), False
        ),
        "reviewer": everything | {"superuser": False},
    }


def test_passwords_work_and_are_told_only_when_they_are_new() -> None:
    first = make_accounts()
    assert len({account.password for account in first}) == 3
    assert all(authenticate(username=a.name, password=a.password) for a in first)

    assert [account.password for account in make_accounts()] == [None, None, None]
    assert all(authenticate(username=a.name, password=a.password) for a in first)

    second = make_accounts(new_passwords=True)
    assert all(authenticate(username=a.name, password=a.password) for a in second)
    assert not any(authenticate(username=a.name, password=a.password) for a in first)
