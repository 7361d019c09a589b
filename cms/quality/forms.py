"""Forms that explain, before anything is saved, why an item cannot go live.

Each finding becomes an error on its field, and in a body on its very block. Saving a draft,
autosave, previews and submitting for moderation are never held up.
"""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import Model
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.blocks import (
    Block,
    ListBlock,
    ListBlockValidationError,
    StreamBlock,
    StreamBlockValidationError,
    StructBlock,
    StructBlockValidationError,
)
from wagtail.contrib.typed_table_block.blocks import (
    TypedTableBlock,
    TypedTableBlockValidationError,
)
from wagtail.fields import StreamField

from cms.quality import adapter, gate

Path = tuple[str | int, ...]
Messages = Mapping[Path, Sequence[str]]
"""What is wrong at which place below a block; the empty path is the block itself."""


class ExplainingForm(forms.BaseModelForm):
    """Refuses to publish what the gate would refuse, and says why where it stands."""

    _verdict: gate.Verdict | None = None

    def is_valid(self) -> bool:
        valid = super().is_valid()
        if valid and self._verdict is None and gate.is_on() and self._goes_live():
            self._explain()
        return valid and (self._verdict is None or self._verdict.passes)

    def _goes_live(self) -> bool:
        """Whether the button that was pressed puts the item before readers."""
        if self.is_deferred_validation:
            return False
        approves = self.data.get("workflow-action-name") == "approve"
        return "action-publish" in self.data or ("action-workflow-action" in self.data and approves)

    def _explain(self) -> None:
        item = self._item_as_submitted()
        self._verdict = gate.verdict(item)
        by_field: dict[str | None, dict[Path, list[str]]] = {}
        for path, messages in gate.LintBlocked(item, self._verdict).loc_errors:
            field, *place = path
            if field not in self.fields and field not in self._formsets:
                field, place = None, []
            words = [message for message, _code in messages]
            by_field.setdefault(field, {}).setdefault(tuple(place), []).extend(words)
        for field, found in by_field.items():
            error = self._error(item, field, found)
            if field in self._formsets:
                self._formsets[field].non_form_errors().data.append(error)
            else:
                self.add_error(field, error)

    @property
    def _formsets(self) -> Mapping[str, forms.BaseFormSet]:
        return getattr(self, "formsets", {})

    def _error(self, item: Model, field: str | None, messages: Messages) -> forms.ValidationError:
        if field in self.fields:
            model_field = item._meta.get_field(field)
            if isinstance(model_field, StreamField):
                error = block_error(model_field.stream_block, getattr(item, field), messages)
                count = sum(map(len, messages.values()))
                error.message = f"{count} to mend, each shown on its block."
                return error
        return forms.ValidationError([each for words in messages.values() for each in words])

    def _item_as_submitted(self) -> Model:
        """The item with its rows as submitted, apart from the one that the view goes on to save."""
        item = copy.copy(self.instance)
        item._cluster_related_objects = dict(getattr(item, "_cluster_related_objects", None) or {})
        for name, formset in self._formsets.items():
            if name not in {"comments", "wagtail_admin_comments"}:
                getattr(item, name).set(_rows(formset))
        return item


def _rows(formset: forms.BaseModelFormSet) -> list[Model]:
    kept = [
        form
        for form in (formset.ordered_forms if formset.can_order else formset.forms)
        if form not in formset.deleted_forms and (form.instance.pk or form.has_changed())
    ]
    rows = [copy.copy(form.instance) for form in kept]
    if order := getattr(formset.model, "sort_order_field", None):
        for position, row in enumerate(rows):
            setattr(row, order, position)
    return rows


class LintedPageForm(ExplainingForm, WagtailAdminPageForm):
    """The form of a page type whose words are judged.

    Whoever sets another day of review vouches for the words as they are saved with it, so these are
    kept, and the linter can tell later what has changed.
    """

    def _post_clean(self) -> None:
        super()._post_clean()
        if "last_reviewed" in self.changed_data and not self.errors:
            page = self.instance
            page.reviewed_text = adapter.reviewed_text(page) if page.last_reviewed else ""


class LintedItemForm(ExplainingForm, WagtailAdminModelForm):
    """The form of a library item whose words are judged."""


def block_error(block: Block, value: Any, messages: Messages) -> forms.ValidationError:
    """An error that Wagtail shows at the nested block each message belongs to."""
    own = list(messages.get((), ()))
    match block:
        case StreamBlock():
            below = _below(messages, skip="value")
            return StreamBlockValidationError(
                {
                    index: block_error(value[index].block, value[index].value, inner)
                    for index, inner in below.items()
                },
                own,
            )
        case ListBlock():
            below = _below(messages, skip="value")
            return ListBlockValidationError(
                {
                    index: block_error(block.child_block, value[index], inner)
                    for index, inner in below.items()
                },
                own,
            )
        case StructBlock():
            return StructBlockValidationError(
                {
                    name: block_error(block.child_blocks[name], value.get(name), inner)
                    for name, inner in _below(messages).items()
                    if name in block.child_blocks
                },
                own,
            )
        case TypedTableBlock():
            return _table_error(messages)
    return forms.ValidationError([each for words in messages.values() for each in words])


def _table_error(messages: Messages) -> forms.ValidationError:
    cells: dict[int, dict[int, forms.ValidationError]] = {}
    own: list[str] = []
    for path, words in messages.items():
        match path:
            case ("rows", int(row), "values", int(column), *_):
                cells.setdefault(row, {})[column] = forms.ValidationError(list(words))
            case _:
                own.extend(words)
    return TypedTableBlockValidationError(cell_errors=cells, non_block_errors=own)


def _below(messages: Messages, skip: str | None = None) -> dict[Any, dict[Path, list[str]]]:
    """The messages by the first step of their path, without the step `skip` after it."""
    below: dict[Any, dict[Path, list[str]]] = {}
    for path, words in messages.items():
        if path:
            first, *rest = path
            rest = rest[1:] if rest and rest[0] == skip else rest
            below.setdefault(first, {}).setdefault(tuple(rest), []).extend(words)
    return below
