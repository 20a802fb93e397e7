/**
 * Is this a plain relative path that stays inside the directory it is joined to? `/` separates; no empty, `.` or
 * `..` segments, no backslash, no NUL.
 */
export function isSafePath(path: string): boolean {
  if (path === "" || path.includes("\0") || path.includes("\\")) return false;
  return path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");
}
