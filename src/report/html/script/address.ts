/**
 * What is shown is in the address (html/anchors.ts), so that a link to it can be shared: `#ANCHOR?search=…&hide=…&system=…`.
 * The page goes where the address leads, also with the browser's Back.
 */
export const address = String.raw`
const readAddress = () => {
  const [anchor, query = ""] = location.hash.slice(1).split(/\?(.*)/s);
  const whole = (() => { try { return decodeURIComponent(anchor); } catch { return anchor; } })();
  const [, id, line] = /^(.*?)(?::(\d+|end))?$/s.exec(whole);
  return { id, line, query: new URLSearchParams(query) };
};
const stateOf = () => {
  const state = new URLSearchParams();
  if (search.value) state.set("search", search.value);
  const hidden = boxes.filter((box) => !box.checked).map((box) => box.value);
  if (hidden.length > 0) state.set("hide", hidden.join(" "));
  if (system?.value) state.set("system", system.value);
  return state.size === 0 ? "" : "?" + state;
};
const replaceHash = (hash) => {
  if (hash === location.hash || (hash === "#" && location.hash === "")) return;
  try { history.replaceState(null, "", hash); } catch { /* Safari refuses a hundred of them in half a minute */ }
};
function replaceAnchor(anchor) { replaceHash("#" + anchor + stateOf()); }
function keepState() {
  const { id, line } = readAddress();
  replaceAnchor(line === undefined ? id : id + ":" + line);
}
// A link within the page goes to where it leads, and keeps the filter.
const follow = () => {
  const { id, line, query } = readAddress();
  if (query.size > 0 || location.hash.includes("?")) {
    search.value = query.get("search") ?? "";
    const hidden = (query.get("hide") ?? "").split(" ");
    for (const box of boxes) box.checked = !hidden.includes(box.value);
    if (system) system.value = query.get("system") ?? "";
    if (system && system.selectedIndex < 0) system.value = "";
    filter();
  } else keepState();
  const index = guests.findIndex((guest) => guest.id === id);
  if (line !== undefined && index >= 0) return openConsole(index, line === "end" ? undefined : Number(line));
  if (dialog.open) dialog.close();
  const target = id === "" ? null : byId(id);
  if (target === null) return;
  if (index >= 0) {
    target.hidden = false;
    target.open = true;
    target.querySelector("summary").focus();
  } else if (target.matches(".finding")) for (const text of target.querySelectorAll("details")) text.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", follow);
filter();
follow();
`;
