"""The Library in the admin's menu: one listing for each kind of item."""

from wagtail.admin.ui.tables import (
    BaseColumn,
    Column,
    LiveStatusTagColumn,
    LocaleColumn,
    UpdatedAtColumn,
)
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms.library.models import (
    CallToAction,
    Condition,
    CrisisResource,
    Disclaimer,
    MedicineClass,
    Person,
    Therapy,
)
from cms.quality.views import LintedItemCreateView, LintedItemEditView

NEEDS_CRISIS_HELP = Column(
    "needs_crisis_block",
    label="Needs crisis help",
    accessor=lambda condition: "Yes" if condition.needs_crisis_block else "",
)


def columns(*own: str | BaseColumn) -> list[str | BaseColumn]:
    """The columns of a kind of item, and those that every listing ends with."""
    return [*own, LocaleColumn(), LiveStatusTagColumn(), UpdatedAtColumn()]


class ItemViewSet(SnippetViewSet):
    """What the listings have in common: a copy is a new item, so it would need a new slug."""

    copy_view_enabled = False
    inspect_view_enabled = True
    add_view_class = LintedItemCreateView
    edit_view_class = LintedItemEditView


class ConditionViewSet(ItemViewSet):
    model = Condition
    icon = "clipboard-list"
    list_display = columns("name", "code", NEEDS_CRISIS_HELP)
    list_filter = ["needs_crisis_block", "code_system", "live"]


class TherapyViewSet(ItemViewSet):
    model = Therapy
    icon = "group"
    list_display = columns("name", "abbreviation")
    list_filter = ["live"]


class MedicineClassViewSet(ItemViewSet):
    model = MedicineClass
    icon = "tasks"
    list_display = columns("name", "used_for")
    list_filter = ["live"]


class PersonViewSet(ItemViewSet):
    model = Person
    icon = "user"
    list_display = columns("name", "credentials", "role")
    list_filter = ["role", "live"]


class DisclaimerViewSet(ItemViewSet):
    model = Disclaimer
    icon = "info-circle"
    list_display = columns("name", "purpose")
    list_filter = ["purpose", "live"]


class CrisisResourceViewSet(ItemViewSet):
    model = CrisisResource
    icon = "mobile-alt"
    list_display = columns("name", "country", "phone")
    list_filter = ["country", "live"]


class CallToActionViewSet(ItemViewSet):
    model = CallToAction
    icon = "link"
    list_display = columns("label", "style")
    list_filter = ["style", "live"]


class LibraryGroup(SnippetViewSetGroup):
    menu_label = "Library"
    menu_icon = "folder-open-inverse"
    menu_order = 150
    items = (
        ConditionViewSet,
        TherapyViewSet,
        MedicineClassViewSet,
        PersonViewSet,
        DisclaimerViewSet,
        CrisisResourceViewSet,
        CallToActionViewSet,
    )


register_snippet(LibraryGroup)
