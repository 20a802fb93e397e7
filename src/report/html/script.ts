import { address } from "./script/address.ts";
import { copy } from "./script/copy.ts";
import { filter } from "./script/filter.ts";
import { keys } from "./script/keys.ts";
import { theme } from "./script/theme.ts";
import { viewer } from "./script/viewer.ts";

/**
 * The page's behaviour, as plain browser JavaScript. Data comes only from the embedded JSON and reaches the page only
 * as text (textContent), never as markup.
 */
const start = `
"use strict";
const byId = (id) => document.getElementById(id);
const read = (id) => JSON.parse(byId(id).textContent);
const results = read("results");
const consoles = read("consoles");
const reports = read("reports");
const guests = [...document.querySelectorAll(".guest")];
const chips = new Map([...document.querySelectorAll(".chips a")].map((chip) => [chip.getAttribute("href").slice(1), chip]));
`;

/** The parts share one scope; the address comes last, as it brings all of them to what it says. */
export const script = [start, theme, filter, viewer, copy, keys, address].join("");
