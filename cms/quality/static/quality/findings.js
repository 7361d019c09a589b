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
