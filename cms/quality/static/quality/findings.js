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
