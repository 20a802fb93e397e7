const voids = new Set(["!DOCTYPE", "br", "hr", "img", "input", "meta", "link"]);

export type Tag = { name: string; attributes: string };

/** All tags and comments of an HTML text, and the elements that are not closed or not in order. */
export function tagsOf(html: string): { tags: Tag[]; unclosed: string[] } {
  const tags: Tag[] = [];
  const open: string[] = [];
  const unclosed: string[] = [];
  for (const [, slash, name = "", attributes = ""] of html.matchAll(/<(\/?)([a-zA-Z!?][^\s/>]*)([^>]*)>/g)) {
    if (slash === "/") {
      const last = open.pop();
      if (last !== name) unclosed.push(`${last ?? "nothing"} closed by ${name}`);
    } else {
      tags.push({ name, attributes });
      if (!voids.has(name) && !attributes.endsWith("/")) open.push(name);
    }
  }
  return { tags, unclosed: [...unclosed, ...open] };
}
