"""The Library in the admin's menu: one listing for each kind of item."""

from wagtail.admin.ui.tables import UpdatedAtColumn
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


class ItemViewSet(SnippetViewSet):
    """What the listings have in common: a copy is a new item, so it would need a new slug."""

    copy_view_enabled = False
    inspect_view_enabled = True


class ConditionViewSet(ItemViewSet):
    model = Condition
    icon = "clipboard-list"
    list_display = ["name", "code", "needs_crisis_block", UpdatedAtColumn()]
    list_filter = ["needs_crisis_block", "code_system", "live"]


class TherapyViewSet(ItemViewSet):
    model = Therapy
    icon = "group"
    list_display = ["name", "abbreviation", UpdatedAtColumn()]
    list_filter = ["live"]


class MedicineClassViewSet(ItemViewSet):
    model = MedicineClass
    icon = "tasks"
    list_display = ["name", "used_for", UpdatedAtColumn()]
    list_filter = ["live"]


class PersonViewSet(ItemViewSet):
    model = Person
    icon = "user"
    list_display = ["name", "credentials", "role", UpdatedAtColumn()]
    list_filter = ["role", "live"]


class DisclaimerViewSet(ItemViewSet):
    model = Disclaimer
    icon = "info-circle"
    list_display = ["name", "purpose", UpdatedAtColumn()]
    list_filter = ["purpose", "live"]


class CrisisResourceViewSet(ItemViewSet):
    model = CrisisResource
    icon = "mobile-alt"
    list_display = ["name", "country", "phone", UpdatedAtColumn()]
    list_filter = ["country", "live"]


class CallToActionViewSet(ItemViewSet):
    model = CallToAction
    icon = "link"
    list_display = ["label", "style", UpdatedAtColumn()]
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
