/**
 * The page's behaviour, as plain browser JavaScript: theme, filter and search, keys, console viewer. Data comes
 * only from the embedded JSON and reaches the page only as text (textContent), never as markup.
 */
export const script = String.raw`
"use strict";
const byId = (id) => document.getElementById(id);
const read = (id) => JSON.parse(byId(id).textContent);
const results = read("results");
const consoles = read("consoles");
const guests = [...document.querySelectorAll(".guest")];
const chips = new Map([...document.querySelectorAll(".chips a")].map((chip) => [chip.hash.slice(1), chip]));

// Theme: what the system says unless the reader chose otherwise.
const root = document.documentElement;
const remembered = (() => { try { return localStorage.getItem("theme"); } catch { return null; } })();
const systemDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches);
const themeButton = byId("theme");
const showTheme = () => { themeButton.textContent = isDark() ? "Light" : "Dark"; };
if (remembered === "light" || remembered === "dark") root.dataset.theme = remembered;
themeButton.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* a page from a file may not keep anything */ }
  showTheme();
});
systemDark.addEventListener("change", showTheme);
showTheme();

// Filter and search.
const search = byId("search");
const system = byId("system");
const boxes = [...document.querySelectorAll("input[name=verdict]")];
let haystacks;
const excerptsOf = (index) => consoles[index]?.excerpts ?? [];
const haystackOf = (guest, index) =>
  [guest.name, guest.scenario, guest.system, guest.ending.detail]
    .concat(guest.findings.flatMap((f) => [f.kind, f.title, f.file, f.function, f.text]))
    .concat(excerptsOf(index).map(({ text }) => text))
    .filter(Boolean).join("\n").toLowerCase();
const wordsSought = () => search.value.toLowerCase().split(/\s+/).filter(Boolean);
const filter = () => {
  const words = wordsSought();
  if (words.length > 0) haystacks ??= results.guests.map(haystackOf);
  const verdicts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  let shown = 0;
  guests.forEach((element, index) => {
    const guest = results.guests[index];
    const visible = verdicts.has(guest.verdict) &&
      (!system || system.value === "" || guest.system === system.value) &&
      words.every((word) => haystacks[index].includes(word));
    element.hidden = !visible;
    const chip = chips.get(element.id);
    if (chip) chip.parentElement.hidden = !visible;
    if (visible) shown += 1;
  });
  for (const tile of document.querySelectorAll(".tile")) {
    tile.hidden = tile.querySelector(".chips li:not([hidden])") === null;
  }
  byId("shown").textContent = shown + " of " + guests.length + " shown";
};
search.addEventListener("input", filter);
for (const control of system ? [system, ...boxes] : boxes) control.addEventListener("change", filter);
filter();

// A link to a guest opens it.
const openTarget = () => {
  const target = byId(location.hash.slice(1));
  if (target?.classList.contains("guest")) {
    target.open = true;
    target.querySelector("summary").focus();
  }
};
addEventListener("hashchange", openTarget);
openTarget();

// Console viewer.
const dialog = byId("console");
const lines = byId("lines");
const picker = byId("picker");
let hits = [];
let current = 0;
const add = (className, number, text) => {
  const row = document.createElement("div");
  row.className = className;
  const label = document.createElement("i");
  label.textContent = number === undefined ? "" : number;
  row.append(label, text);
  lines.append(row);
  return row;
};
const gap = (count) => { if (count > 0) add("gap", undefined, "… " + count.toLocaleString("en-US") + " lines not in this report …"); };
const piecesOf = (guest, index) => {
  const excerpts = excerptsOf(index).map(({ firstLine, text }) => ({ firstLine, rows: text.split("\n") }));
  const covers = (line) => excerpts.some(({ firstLine, rows }) => line >= firstLine && line < firstLine + rows.length);
  const alone = guest.findings.filter((finding) => !covers(finding.consoleLine));
  const own = alone.map((finding) => ({ firstLine: finding.consoleLine, rows: (finding.text || finding.title).split("\n"), finding }));
  return [...excerpts, ...own].sort((a, b) => a.firstLine - b.firstLine);
};
const show = (at) => {
  current = Math.max(0, Math.min(hits.length - 1, at));
  for (const row of lines.querySelectorAll(".current")) row.classList.remove("current");
  const rows = hits[current]?.rows ?? [];
  for (const row of rows) row.classList.add("current");
  rows[0]?.scrollIntoView({ block: "center" });
  picker.selectedIndex = current;
};
// How much of the console is here, and where the rest is.
const extent = byId("extent");
const showExtent = (here, whole, link) => {
  const count = (number) => number.toLocaleString("en-US");
  extent.textContent = whole === undefined ? count(here) + " lines here" : count(here) + " of " + count(whole) + " lines here";
  if (link === undefined) return;
  const all = document.createElement("a");
  all.href = link;
  all.textContent = "console.log";
  extent.append(", all of them in ", all);
};
// Rows with a word that is searched for.
const markFound = () => {
  const words = wordsSought();
  if (words.length === 0) return undefined;
  const found = [...lines.children].filter((row) => {
    const text = row.lastChild.data.toLowerCase();
    return !row.classList.contains("gap") && words.some((word) => text.includes(word));
  });
  for (const row of found) row.classList.add("found");
  return found[0];
};
const openConsole = (index, fingerprint) => {
  const guest = results.guests[index];
  byId("console-title").textContent = guest.name + (guest.console ? " (" + guest.console + ")" : "");
  lines.replaceChildren();
  hits = guest.findings.map((finding) => ({ finding, rows: [] }));
  let next = 1;
  for (const { firstLine, rows, finding } of piecesOf(guest, index)) {
    gap(firstLine - next);
    rows.forEach((text, offset) => {
      const number = firstLine + offset;
      // An excerpt has the console's own lines; a finding's text only those that belong to it.
      const owners = finding
        ? hits.filter((hit) => hit.finding === finding)
        : hits.filter(({ finding: f }) => number >= f.consoleLine && number < f.consoleLine + f.lines);
      const row = add(owners.length > 0 ? "hit" : "", finding && offset > 0 ? undefined : number, text);
      for (const owner of owners) owner.rows.push(row);
    });
    if (finding?.truncated) add("gap", undefined, "… there is more of it in the console log …");
    next = Math.max(next, firstLine + (finding ? finding.lines : rows.length));
  }
  const { link, lines: whole = guest.consoleLines } = consoles[index] ?? {};
  if (whole !== undefined) gap(whole - next + 1);
  showExtent(lines.querySelectorAll("div:not(.gap)").length, whole, link);
  const found = markFound();
  picker.replaceChildren(...hits.map(({ finding }) => new Option("line " + finding.consoleLine + ": " + finding.title)));
  for (const control of [picker.parentElement, byId("previous"), byId("next")]) control.hidden = hits.length === 0;
  dialog.showModal();
  lines.focus();
  const asked = guest.findings.findIndex((finding) => finding.fingerprint === fingerprint);
  show(Math.max(0, asked));
  // Without a finding to show: what is searched for, or how the console ends.
  if (asked < 0 && found) found.scrollIntoView({ block: "center" });
  else if (hits.length === 0) lines.scrollTop = lines.scrollHeight;
};
picker.addEventListener("change", () => show(picker.selectedIndex));
byId("next").addEventListener("click", () => show(current + 1));
byId("previous").addEventListener("click", () => show(current - 1));
byId("close").addEventListener("click", () => dialog.close());
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-guest]");
  if (button) openConsole(Number(button.dataset.guest), button.dataset.finding);
});

// Keys. Letters act only where nothing can be typed, and only on the list or the viewer that has the focus.
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
