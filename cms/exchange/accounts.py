"""The people of the demonstration, with the rights that such people have in real life."""

import secrets
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission


@dataclass(frozen=True)
class Account:
    """A way to log in. The password is None for an account that was there before."""

    role: str
    name: str
    password: str | None


@dataclass(frozen=True)
class Role:
    title: str
    name: str
    group: str | None
    library: tuple[str, ...] = ()


# What each may do with library items, beside what Wagtail's own groups allow with pages.
ROLES = (
    Role("administrator", "admin", None),
    Role("editor", "editor", "Editors", ("add", "change")),
    Role(
        "clinical reviewer",
        "reviewer",
        "Moderators",
        ("add", "change", "delete", "publish", "lock", "unlock"),
    ),
)


def make_accounts(*, new_passwords: bool = False) -> list[Account]:
    """Make the accounts that are missing; every password is random and given back only here."""
    return [_make(role, new_passwords=new_passwords) for role in ROLES]


def _make(role: Role, *, new_passwords: bool) -> Account:
    user, made = get_user_model().objects.get_or_create(
        username=role.name,
        defaults={
            "email": f"{role.name}@example.org",
            "first_name": role.title.capitalize(),
            "is_staff": role.group is None,
            "is_superuser": role.group is None,
        },
    )
    if role.group is not None:
        group, _ = Group.objects.get_or_create(name=role.group)
        group.permissions.add(*_library_permissions(role.library))
        user.groups.add(group)
    if not made and not new_passwords:
        return Account(role.title, role.name, None)
    password = secrets.token_urlsafe(9)
    user.set_password(password)
    user.save()
    return Account(role.title, role.name, password)


def _library_permissions(actions: tuple[str, ...]) -> list[Permission]:
    models = [model._meta.model_name for model in apps.get_app_config("library").get_models()]
    return list(
        Permission.objects.filter(
            content_type__app_label="library",
            codename__in=[f"{action}_{model}" for action in actions for model in models],
        )
    )
