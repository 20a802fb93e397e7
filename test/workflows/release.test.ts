import { describe, expect, test } from "vitest";
import { releaseNotes } from "../../scripts/release.ts";

const changelog = `# Changelog

## [Unreleased]

### Added
- Something new.

## [1.2.0] - 2026-11-22

### Fixed
- A fault.

## [1.1.0] - 2026-10-01

### Added
- The first thing.

[1.1.0]: https://example.org/1.1.0
`;

describe("releaseNotes", () => {
  test("are the section of the tag", () => {
    expect(releaseNotes({ tag: "v1.2.0", version: "1.2.0", changelog })).toBe("### Fixed\n- A fault.\n");
  });

  test("end before the links at the end of the file", () => {
    expect(releaseNotes({ tag: "v1.1.0", version: "1.1.0", changelog })).toBe(
      "### Added\n- The first thing.\n",
    );
  });

  test.each([
    ["v1", "1.2.0", "v1 is not a tag like v1.2.3."],
    ["", "1.2.0", "Nothing is not a tag like v1.2.3."],
    ["v1.2.0-rc1", "1.2.0-rc1", "v1.2.0-rc1 is not a tag like v1.2.3."],
    ["v1.2.0", "1.2.0-dev", "The tag is v1.2.0, but package.json says 1.2.0-dev."],
    ["v1.3.0", "1.3.0", 'CHANGELOG.md has no section "## [1.3.0] - YYYY-MM-DD".'],
  ])("are refused for tag '%s' and version %s", (tag, version, message) => {
    expect(() => releaseNotes({ tag, version, changelog })).toThrow(message);
  });

  test("are refused for a section without a date, or without text", () => {
    const undated = changelog.replace("[1.2.0] - 2026-11-22", "[1.2.0]");
    expect(() => releaseNotes({ tag: "v1.2.0", version: "1.2.0", changelog: undated })).toThrow(
      '"## [1.2.0]"',
    );
    const empty = changelog.replace("### Fixed\n- A fault.\n", "");
    expect(() => releaseNotes({ tag: "v1.2.0", version: "1.2.0", changelog: empty })).toThrow("says nothing");
  });
});
