import { expect, test } from "vitest";
import { diskTrouble, mountOf } from "../../src/systems/disk.ts";

const mountinfo = `22 1 253:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 22 0:26 / /tmp rw,nosuid shared:5 - tmpfs tmpfs rw,size=1024k
31 30 7:0 / /tmp/with\\040space rw - ext4 /dev/loop0 rw
`;

test.each([
  ["/home/user", "/dev/vda1"],
  ["/tmp", "tmpfs"],
  ["/tmpfile", "/dev/vda1"],
  ["/tmp/x/y", "tmpfs"],
  ["/tmp/with space/x", "/dev/loop0"],
])("%s is on %s", (path, source) => expect(mountOf(path, mountinfo)?.source).toBe(source));

test("only what a disk can do is its trouble", async () => {
  const failed = (code: string) => Object.assign(new Error(code), { code });
  expect(await diskTrouble(failed("ENOSPC"), "/nowhere/x")).toMatch(/^The disk \(.*mounted at \/\) is full$/);
  expect(await diskTrouble(failed("ENOENT"), "/nowhere/x")).toBeUndefined();
});
