"""The receiver of `pre_save` that no publishing path through the ORM gets around.

It judges the row as it will be, not the object in memory: a base `Page`, a save of a few fields
and a fixture each carry only a part of it.
"""

import copy
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from django.db.models import Field, Model, QuerySet
from modelcluster.fields import ParentalKey
from wagtail.models import DraftStateMixin, Page, Revision

from cms.quality import gate
from lint.engine import Report

BOOKKEEPING = frozenset(
    {
        "alias_of",
        "content_type",
        "depth",
        "draft_title",
        "expire_at",
        "expired",
        "first_published_at",
        "go_live_at",
        "has_unpublished_changes",
        "last_published_at",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
        "owner",
        "path",
        "translation_key",
        "url_path",
    }
)
"""Fields in which no reader finds a word; a save of these alone is never judged."""

_JUDGED_CHILDREN = "_contentlint_judged_children"
Values = dict[str, Any]
"""What a row holds, without its keys."""


def guard(
    sender: type[Model],
    instance: Model,
    raw: bool = False,
    using: str | None = None,
    update_fields: Collection[str] | None = None,
    **kwargs: Any,
) -> None:
    """Refuse a save that would put new errors before readers."""
    if not gate.is_on():
        return
    if isinstance(instance, Revision):
        _guard_schedule(instance, update_fields)
    elif isinstance(instance, DraftStateMixin):
        _guard_row(instance, raw, using, update_fields)
    elif (key := _parental_key(type(instance))) is not None:
        _guard_child(instance, key, raw, using, update_fields)


def _guard_row(
    instance: DraftStateMixin, raw: bool, using: str | None, update_fields: Collection[str] | None
) -> None:
    if update_fields is not None and BOOKKEEPING.issuperset(update_fields):
        return
    if raw and (fixture := _fixture.get()) is not None:
        fixture.note(instance, using)
        return
    row = _fixture_row(instance, using) if raw else _resulting_row(instance, using, update_fields)
    if row is None or not row.live:
        return
    _refuse_unless_fit(row)
    setattr(instance, _JUDGED_CHILDREN, _children_in_memory(instance))


def _guard_schedule(revision: Revision, update_fields: Collection[str] | None) -> None:
    """An approved schedule goes live by itself, so it is judged when it is approved."""
    if revision.approved_go_live_at is None:
        return
    if update_fields is not None and not {"approved_go_live_at", "content"} & set(update_fields):
        return
    if revision.content_object is not None:
        _refuse_unless_fit(revision.as_object())


def _guard_child(
    child: Model,
    key: ParentalKey,
    raw: bool,
    using: str | None,
    update_fields: Collection[str] | None,
) -> None:
    """A row that belongs to a page, saved behind the page's back."""
    owner = key.get_cached_value(child, default=None)
    relation = key.remote_field.get_accessor_name()
    if _values(child, key) in getattr(owner, _JUDGED_CHILDREN, {}).get(relation, ()):
        return  # the page was judged with it a moment ago, and now saves it
    parent = _live_parent(child, key, using)
    if parent is None:
        return
    if raw and (fixture := _fixture.get()) is not None:
        fixture.note(parent, using)
        return
    manager = getattr(parent, relation)
    changed = copy.copy(_resulting_row(child, using, update_fields))
    manager.set([*(item for item in manager.all() if item.pk != child.pk), changed])
    _refuse_unless_fit(parent)


def guard_removal(
    sender: type[Model],
    instance: Model,
    using: str | None = None,
    origin: Model | QuerySet[Model] | None = None,
    **kwargs: Any,
) -> None:
    """Refuse to take a row from a live page that is not fit without it, such as its reviewer.

    So the person cannot be deleted either, while the page is live. Where a page itself goes with
    its rows, nothing is refused.
    """
    key = _parental_key(sender) if gate.is_on() else None
    if key is None or issubclass(getattr(origin, "model", type(origin)), Page):
        return
    relation = key.remote_field.get_accessor_name()
    owner = key.get_cached_value(instance, default=None)
    judged = getattr(owner, _JUDGED_CHILDREN, {})
    if relation in judged and _children_in_memory(owner).get(relation) == judged[relation]:
        return  # the page was judged without it a moment ago, and now saves its rows
    parent = _live_parent(instance, key, using)
    if parent is None:
        return
    gone = {instance.pk}
    if isinstance(origin, QuerySet) and origin.model is sender:
        gone |= set(origin.values_list("pk", flat=True))
    manager = getattr(parent, relation)
    manager.set([item for item in manager.all() if item.pk not in gone])
    _refuse_unless_fit(parent)


def _live_parent(child: Model, key: ParentalKey, using: str | None) -> Model | None:
    rows = key.related_model._base_manager.using(using)
    return rows.filter(pk=getattr(child, key.attname), live=True).first()


def _refuse_unless_fit(item: Model) -> None:
    _enforce(item, gate.verdict(item))


def _enforce(item: Model, verdict: gate.Verdict) -> None:
    if not verdict.passes:
        raise gate.LintBlocked(item, verdict)


def _resulting_row(
    instance: Model, using: str | None, update_fields: Collection[str] | None
) -> Model:
    """The row as it will be once `instance` is saved: what is saved over what is stored."""
    model = type(instance)
    if isinstance(instance, Page) and (specific := instance.specific_class) is not None:
        model = model if issubclass(model, specific) else specific
    if instance.pk is None or (update_fields is None and model is type(instance)):
        return instance
    stored = model._base_manager.using(using).filter(pk=instance.pk).first()
    if stored is None:
        return instance
    for field in instance._meta.concrete_fields:
        if update_fields is None or field.name in update_fields or field.attname in update_fields:
            _take(stored, instance, field)
    return stored


def _fixture_row(instance: DraftStateMixin, using: str | None) -> Model | None:
    """The row that a fixture's part of a page makes with the part that is stored already.

    None while the other part is missing: it is judged when that arrives.
    """
    if not isinstance(instance, Page):
        return instance
    if type(instance) is Page:
        if instance.specific_class in (None, Page):
            return instance
        return _none_if_same(_resulting_row(instance, using, None), instance)
    base = Page._base_manager.using(using).filter(pk=instance.pk).first()
    if base is None:
        return None
    row = copy.copy(instance)
    for field in Page._meta.concrete_fields:
        _take(row, base, field)
    return row


def _none_if_same(row: Model, instance: Model) -> Model | None:
    return None if row is instance else row


def _take(row: Model, source: Model, field: Field) -> None:
    if field.attname not in source.get_deferred_fields():
        setattr(row, field.attname, getattr(source, field.attname))


@cache
def _parental_key(model: type[Model]) -> ParentalKey | None:
    """The key by which rows of `model` belong to something that can be live."""
    if model._meta.app_label == Page._meta.app_label:
        return None  # comments are no words for readers
    for field in model._meta.concrete_fields:
        if isinstance(field, ParentalKey) and issubclass(field.related_model, DraftStateMixin):
            return field
    return None


def _children_in_memory(instance: Model) -> dict[str, list[Values]]:
    """The rows that will be saved with `instance`, by relation."""
    found: dict[str, list[Values]] = {}
    for relation, children in getattr(instance, "_cluster_related_objects", {}).items():
        for child in children:
            if (key := _parental_key(type(child))) is not None:
                found.setdefault(relation, []).append(_values(child, key))
        found.setdefault(relation, [])
    return found


def _values(child: Model, key: ParentalKey) -> Values:
    return {
        field.attname: getattr(child, field.attname)
        for field in child._meta.concrete_fields
        if field is not key and not field.primary_key
    }


class Fixture:
    """The items that a fixture touches, to be judged when all of their rows are there."""

    def __init__(self) -> None:
        self._before: dict[tuple[type[Model], Any, str | None], Report | None] = {}

    def note(self, instance: Model, using: str | None) -> None:
        model = Page if isinstance(instance, Page) else type(instance)
        row = (model, instance.pk, using)
        if row not in self._before:
            stored = self._stored(*row)
            self._before[row] = gate.judge(stored) if stored is not None else None

    def judge(self) -> None:
        """Refuse what went live with errors that its live version before did not have."""
        for row, before in self._before.items():
            item = self._stored(*row)
            if item is not None:
                _enforce(item, gate.against(gate.judge(item), before))

    def _stored(self, model: type[Model], pk: Any, using: str | None) -> Model | None:
        item = model._base_manager.using(using).filter(pk=pk, live=True).first()
        return item.specific if isinstance(item, Page) else item


_fixture: ContextVar[Fixture | None] = ContextVar("fixture", default=None)


@contextmanager
def fixture() -> Iterator[None]:
    """Judge what a fixture loads when it is complete, inside the transaction that loads it."""
    rows = Fixture()
    token = _fixture.set(rows)
    try:
        yield
        rows.judge()
    finally:
        _fixture.reset(token)
