/** The console viewer: a guest's console as far as it is here, at a line. */
export const viewer = `
const dialog = byId("console");
const lines = byId("lines");
const picker = byId("picker");
let opened;
let hits = [];
let current = 0;
const add = (className, number, text) => {
  const row = document.createElement("div");
  row.className = className;
  const label = document.createElement(number === undefined ? "i" : "a");
  if (number !== undefined) {
    label.textContent = number;
    label.href = "#" + guests[opened].id + ":" + number;
    row.dataset.line = number;
  }
  row.append(label, text);
  lines.append(row);
  return row;
};
const gap = (count) => { if (count > 0) add("gap", undefined, "… " + count.toLocaleString("en-US") + " lines not in this report …"); };
const mark = (rows) => {
  for (const row of lines.querySelectorAll(".current")) row.classList.remove("current");
  for (const row of rows) row.classList.add("current");
  rows[0]?.scrollIntoView({ block: "center" });
};
// The next or previous finding; the address follows.
const show = (at) => {
  if (hits.length === 0) return;
  current = Math.max(0, Math.min(hits.length - 1, at));
  mark(hits[current].rows);
  picker.selectedIndex = current;
  replaceAnchor(guests[opened].id + ":" + hits[current].finding.consoleLine);
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
  const rows = [...lines.children].filter((row) => !row.classList.contains("gap"));
  const has = (row) => (word) => row.lastChild.data.toLowerCase().includes(word);
  const whole = rows.filter((row) => words.every(has(row)));
  // Words that no line has together were sought in the guest.
  const found = whole.length > 0 ? whole : rows.filter((row) => words.some(has(row)));
  for (const row of found) row.classList.add("found");
  return found[0];
};
const fill = (index) => {
  const guest = results.guests[index];
  opened = index;
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
  picker.replaceChildren(...hits.map(({ finding }) => new Option("line " + finding.consoleLine + ": " + finding.title)));
  for (const control of [picker.parentElement, byId("previous"), byId("next")]) control.hidden = hits.length === 0;
};
const openConsole = (index, line) => {
  fill(index);
  const found = markFound();
  if (!dialog.open) dialog.showModal();
  lines.focus();
  const at = hits.findIndex(({ finding }) => finding.consoleLine === line);
  if (at >= 0) {
    current = at;
    picker.selectedIndex = at;
    mark(hits[at].rows);
  } else if (line !== undefined) {
    const row = lines.querySelector('[data-line="' + line + '"]');
    if (row) mark([row]);
    else extent.append("; line " + line + " is not among them");
  } else if (found) found.scrollIntoView({ block: "center" });
  // Without a line to show: what is searched for, or how the console ends.
  else lines.scrollTop = lines.scrollHeight;
};
picker.addEventListener("change", () => show(picker.selectedIndex));
byId("next").addEventListener("click", () => show(current + 1));
byId("previous").addEventListener("click", () => show(current - 1));
byId("close").addEventListener("click", () => dialog.close());
// The address falls back to the guest, unless it led away from the console itself.
dialog.addEventListener("close", () => {
  if (readAddress().line !== undefined) replaceAnchor(guests[opened].id);
});
`;
