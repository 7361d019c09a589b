"""Wagtail's editors of pages and library items, with the linter's side panel."""

from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page
from wagtail.snippets.views.snippets import CreateView as ItemCreateView
from wagtail.snippets.views.snippets import EditView as ItemEditView

from cms.quality.panel import FindingsSidePanel


class FindingsMixin:
    """Puts the findings among the side panels; `get_side_panels` is Wagtail's, undocumented."""

    def get_side_panels(self) -> MediaContainer:
        item = getattr(self, "page", None) or self.form.instance
        form_panel = getattr(self, "edit_handler", None) or self.panel
        findings = FindingsSidePanel(item, self.request, form_panel)
        return MediaContainer([*super().get_side_panels(), findings])


class LintedCreateView(FindingsMixin, CreateView):
    pass


class LintedEditView(FindingsMixin, EditView):
    pass


class LintedRevertView(FindingsMixin, RevisionsRevertView):
    pass


def linted_page_viewset(page_model: type[Page]) -> PageViewSet:
    """The views of one page type, with the findings beside its form."""

    class LintedPageViewSet(PageViewSet):
        model = page_model
        icon = "doc-empty-inverse"
        add_view_class = LintedCreateView
        edit_view_class = LintedEditView
        revisions_revert_view_class = LintedRevertView

    return LintedPageViewSet(f"linted_{page_model._meta.model_name}")


class LintedItemCreateView(FindingsMixin, ItemCreateView):
    pass


class LintedItemEditView(FindingsMixin, ItemEditView):
    pass
