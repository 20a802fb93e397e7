/** Letters act only where nothing can be typed, and only on the list or the viewer that has the focus. */
export const keys = `
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (dialog.open) {
    if (event.key === "n") show(current + 1);
    else if (event.key === "p") show(current - 1);
    return;
  }
  if (event.key === "/") {
    event.preventDefault();
    search.focus();
  } else if (event.key === "j" || event.key === "k") {
    const visible = guests.filter((guest) => !guest.hidden);
    const at = visible.findIndex((guest) => guest.contains(document.activeElement));
    const to = event.key === "j" ? at + 1 : Math.max(0, at - 1);
    visible[Math.min(to, visible.length - 1)]?.querySelector("summary").focus();
  }
});
`;
