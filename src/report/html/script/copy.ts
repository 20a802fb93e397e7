/** Buttons that copy a command, or a report of one finding as plain text. */
export const copy = String.raw`
const toClipboard = async (text) => {
  try { await navigator.clipboard.writeText(text); return true; } catch { /* an old browser, or not allowed here */ }
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  try { return document.execCommand("copy"); } catch { return false; } finally { area.remove(); }
};
// Lines that mail programs would take for something else are kept apart by a space.
const quoted = (text) => text.replace(/^(?=From |>|-- ?$|\.$)/gm, " ");
const copyText = (button) => {
  const { copy } = button.dataset;
  if (copy === "") return button.parentElement.querySelector("pre").textContent;
  const { before, after } = reports[copy];
  const shown = button.closest("article").querySelector("pre")?.textContent ?? "";
  return before + quoted(shown) + after;
};
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  const label = button.textContent;
  button.textContent = (await toClipboard(copyText(button))) ? "Copied" : "Copying failed";
  setTimeout(() => { button.textContent = label; }, 2000);
});
`;
