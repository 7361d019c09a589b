// A finding may stand in a tab that is not shown, where the browser could not lead to it.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".cl-findings a[href^='#']");
  const place = link && document.getElementById(link.hash.slice(1));
  const tab = place?.closest("[role='tabpanel'][hidden]");
  if (!tab) return;
  event.preventDefault();
  document.querySelector(`[role='tab'][aria-controls='${tab.id}'], [role='tab'][href='#${tab.id}']`)?.click();
  requestAnimationFrame(() => requestAnimationFrame(() => place.scrollIntoView({ block: "start" })));
});

// Wagtail 8.0 looks no more for changes in a form that came back with errors once it has kept that
// form: what is typed from then on would be neither kept nor judged. An interval starts it again.
document.addEventListener("w-autosave:success", ({ target: form }) => {
  const interval = "data-w-unsaved-check-interval-value";
  if (!form.hasAttribute(interval)) form.setAttribute(interval, "500");
});

// Accepting a finding writes a line into the form, and taking it back removes that line; the form is
// then kept as if somebody had typed it. `open` are the groups that are unfolded.
const findings = {
  open: new Set(),
  accept(button) {
    const input = button.parentElement.querySelector("[data-findings-reason]");
    const reason = input.value.trim();
    if (reason) findings.change((lines) => [...lines, `${button.dataset.findingsAccept}${reason}`]);
    else input.focus();
  },
  takeBack(button) {
    findings.change((lines) => lines.filter((line) => line !== button.dataset.findingsTakeBack));
  },
  change(edit) {
    const field = document.getElementById("id_suppress");
    const lines = field.value.split("\n").map((line) => line.trim());
    field.value = edit(lines.filter(Boolean)).join("\n");
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  },
};

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.(".cl-findings button");
  if (!button) return;
  if ("findingsAccept" in button.dataset) findings.accept(button);
  if ("findingsTakeBack" in button.dataset) findings.takeBack(button);
});

// The panel is put anew after each autosave; what was unfolded in it stays so.
document.addEventListener(
  "toggle",
  ({ target }) => {
    const group = target.dataset?.findingsGroup;
    if (group) findings.open[target.open ? "add" : "delete"](group);
  },
  true,
);

document.addEventListener("DOMContentLoaded", () => {
  const panel = document.querySelector("[data-side-panel='findings']");
  if (!panel) return;
  new MutationObserver(() => {
    for (const group of panel.querySelectorAll("[data-findings-group]")) {
      if (findings.open.has(group.dataset.findingsGroup)) group.open = true;
    }
  }).observe(panel, { childList: true, subtree: true });
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches?.("[data-findings-reason]")) return;
  event.preventDefault();
  findings.accept(event.target.parentElement.querySelector("[data-findings-accept]"));
});
