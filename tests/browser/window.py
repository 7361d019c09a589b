"""The admin as an editor meets it: what they see and press, in Chromium."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, Request, Response, expect

# Wagtail takes what it finds in a form two seconds after it opened for what is stored, and its
# scripts may open the form more than once.
MARK_WHEN_WATCHED = """
  let waiting = 0, seen = false;
  document.addEventListener("w-unsaved:ready", () => { if (!seen) waiting += 1; });
  document.addEventListener("w-unsaved:watch-edits", ({ target }) => {
    seen = true;
    waiting -= 1;
    if (waiting <= 0) target.dataset.watched = "";
  });
"""


@dataclass
class Editor:
    """The editor of one page, opened by somebody who has logged in."""

    page: Page
    pk: int

    @classmethod
    def opened(cls, page: Page, name: str, pk: int) -> "Editor":
        """Log in as `name`, whose password is the same, and open the page."""
        path = f"/admin/pages/{pk}/edit/"
        page.set_default_timeout(30_000)
        page.add_init_script(MARK_WHEN_WATCHED)
        page.set_viewport_size({"width": 1400, "height": 1000})
        page.goto(f"/admin/login/?next={path}")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(name)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"**{path}")
        editor = cls(page, pk)
        editor.wait_until_ready()
        return editor

    @property
    def form(self) -> Locator:
        return self.page.locator("#page-edit-form")

    @property
    def title(self) -> Locator:
        return self.form.locator("[name=title]")

    @property
    def summary(self) -> Locator:
        return self.form.locator("[name=summary]")

    @property
    def messages(self) -> Locator:
        return self.page.locator(".messages")

    @property
    def panel(self) -> Locator:
        return self.page.locator("[data-side-panel=findings]")

    @property
    def count(self) -> Locator:
        """The number on the button that opens the panel."""
        toggle = self.page.locator("[data-side-panel-toggle=findings]")
        return toggle.locator("[data-side-panel-toggle-counter]")

    def wait_until_ready(self) -> None:
        """Wagtail's scripts have come so far that they see what is typed."""
        expect(self.form).to_have_attribute("data-watched", "")

    def wait_until_kept(self) -> None:
        """Autosave has kept what the form came back with when it was refused."""
        expect(self.form).to_have_attribute("data-w-unsaved-force-value", "false")
        expect(self.form).to_have_attribute("data-w-unsaved-has-edits-value", "false")

    def block(self, identifier: str) -> Locator:
        """The section of one block of the body."""
        return self.page.locator(f"[id='block-{identifier}-section']")

    def fault(self, identifier: str) -> Locator:
        """What the form says is wrong with a block, where it stands."""
        return self.block(identifier).locator(".error-message")

    def fill(self, field: Locator, text: str) -> None:
        """Write into a field, and wait until autosave has kept it.

        Wagtail takes what it was keeping while a button was pressed for somebody else's version.
        """
        with self.page.expect_event("response", self._keeps):
            field.fill(text)
        expect(self.form).to_have_attribute("data-w-unsaved-has-edits-value", "false")

    def write(self, identifier: str, text: str) -> None:
        """Put these words in the place of those in a block of rich text, by typing."""
        words = self.block(identifier).get_by_role("textbox")
        words.click()
        words.press("ControlOrMeta+a")
        words.press_sequentially(text)
        expect(words).to_have_text(text)

    def open_panel(self) -> None:
        self.page.get_by_role("button", name="Toggle findings").click()
        expect(self.panel).to_be_visible()

    def press(self, action: str) -> None:
        """Press a button at the foot of the page and see the answer."""
        button = self.page.locator("footer").get_by_role(
            "button", name=action, exact=True, include_hidden=True
        )
        if not button.is_visible():
            self.page.get_by_role("button", name="More actions").click()
        with self.page.expect_event("response", self._is_answer):
            button.click()
        self.page.wait_for_load_state()

    def _is_answer(self, response: Response) -> bool:
        return self._is_sent(response.request) and response.request.is_navigation_request()

    def _keeps(self, response: Response) -> bool:
        return self._is_sent(response.request) and not response.request.is_navigation_request()

    def _is_sent(self, request: Request) -> bool:
        path = f"/admin/pages/{self.pk}/edit/"
        return request.method == "POST" and request.url.endswith(path)
