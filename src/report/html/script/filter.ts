/** Filter and search: which guests are shown, and the lines of all consoles that hold what is searched for. */
export const filter = String.raw`
const search = byId("search");
const system = byId("system");
const boxes = [...document.querySelectorAll("input[name=verdict]")];
const excerptsOf = (index) => consoles[index]?.excerpts ?? [];
const piecesOf = (guest, index) => {
  const excerpts = excerptsOf(index).map(({ firstLine, text }) => ({ firstLine, rows: text.split("\n") }));
  const covers = (line) => excerpts.some(({ firstLine, rows }) => line >= firstLine && line < firstLine + rows.length);
  const alone = guest.findings.filter((finding) => !covers(finding.consoleLine));
  const own = alone.map((finding) => ({ firstLine: finding.consoleLine, rows: (finding.text || finding.title).split("\n"), finding }));
  return [...excerpts, ...own].sort((a, b) => a.firstLine - b.firstLine);
};
let haystacks;
const haystackOf = (guest, index) =>
  [guest.name, guest.scenario, guest.system, guest.ending.detail]
    .concat(guest.findings.flatMap((f) => [f.kind, f.title, f.file, f.function, f.text, f.fingerprint]))
    .concat(excerptsOf(index).map(({ text }) => text))
    .filter(Boolean).join("\n").toLowerCase();
const wordsSought = () => search.value.toLowerCase().split(/\s+/).filter(Boolean);

// Lines of all consoles that are here with every word in them; the first of them are listed, all are counted.
const mostFound = 200;
const found = byId("found");
const linkTo = (anchor, text) => {
  const link = document.createElement("a");
  link.href = "#" + anchor;
  link.textContent = text;
  return link;
};
const searchConsoles = (words) => {
  found.hidden = words.length === 0;
  if (found.hidden) return;
  const items = [];
  let lines = 0;
  const on = new Set();
  guests.forEach((element, index) => {
    if (element.hidden || !words.every((word) => haystacks[index].includes(word))) return;
    for (const { firstLine, rows } of piecesOf(results.guests[index], index)) {
      rows.forEach((text, offset) => {
        const low = text.toLowerCase();
        if (!words.every((word) => low.includes(word))) return;
        lines += 1;
        on.add(index);
        if (items.length >= mostFound) return;
        const item = document.createElement("li");
        const row = document.createElement("code");
        row.textContent = text.length > 300 ? text.slice(0, 299) + "…" : text;
        item.append(linkTo(element.id + ":" + (firstLine + offset), results.guests[index].name + ":" + (firstLine + offset)), " ", row);
        items.push(item);
      });
    }
  });
  found.hidden = lines === 0;
  const several = (count, noun) => count.toLocaleString("en-US") + " " + noun + (count === 1 ? "" : "s");
  byId("found-count").textContent = several(lines, "line") + " on " + several(on.size, "console") +
    (lines > items.length ? ", the first " + items.length + " of them here" : "");
  found.querySelector("ol").replaceChildren(...items);
};
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
  searchConsoles(words);
};
const changed = () => { filter(); keepState(); };
search.addEventListener("input", changed);
for (const control of system ? [system, ...boxes] : boxes) control.addEventListener("change", changed);
`;
