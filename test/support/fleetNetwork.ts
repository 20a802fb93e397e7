import { execFileSync } from "node:child_process";

/** The first three octets of a /24: `10.64.7`. */
export type Network = string;

interface Block {
  readonly first: number;
  readonly last: number;
}

/** Addresses of an IPv4 block as numbers: `10.64.7.0/24`, or a single address. */
export function blockOf(cidr: string): Block {
  const [address = "", length = "32"] = cidr.split("/");
  const value = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const size = 2 ** (32 - Number(length));
  const first = Math.floor(value / size) * size;
  return { first, last: first + size - 1 };
}

const overlap = (one: Block, other: Block) => one.first <= other.last && other.first <= one.last;

function ip(
  ...args: string[]
): { dst?: string; ifname?: string; addr_info?: { local: string; prefixlen: number }[] }[] {
  return JSON.parse(execFileSync("ip", ["-json", "-4", ...args], { encoding: "utf8" }) || "[]");
}

/** Blocks that an interface of this machine (but `ownLink`) has an address in. */
function addressBlocks(ownLink?: string): Block[] {
  return ip("addr")
    .filter((link) => link.ifname !== ownLink)
    .flatMap((link) => link.addr_info ?? [])
    .map(({ local, prefixlen }) => blockOf(`${local}/${prefixlen}`));
}

/** Whether an interface of somebody else, brought up a moment ago, has addresses of `network`. */
export function isContested(network: Network, ownLink: string): boolean {
  const wanted = blockOf(`${network}.0/24`);
  return addressBlocks(ownLink).some((block) => overlap(block, wanted));
}

/**
 * Networks to try, in order. Private ones that few configure by hand come first; a machine whose VPN routes all of
 * 10.0.0.0/8 still has the others. Processes start at different places so that they seldom meet.
 */
function* candidates(start: number): Generator<Network> {
  const spread = (start * 61) % 4096;
  for (let n = 0; n < 4096; n++) {
    const at = (spread + n) % 4096;
    yield `10.${64 + Math.floor(at / 256)}.${at % 256}`;
  }
  for (let n = 0; n < 256; n++) yield `172.27.${(spread + n) % 256}`;
  for (let n = 0; n < 256; n++) yield `192.168.${(spread + n) % 256}`;
}

/** Networks that nothing on this machine has an address in or a route to, best first. */
export function* freeNetworks(start: number): Generator<Network> {
  const routes = ip("route", "show", "table", "all").map(({ dst }) => dst ?? "default");
  const taken = routes.filter((dst) => /^\d/.test(dst)).map(blockOf);
  taken.push(...addressBlocks());
  for (const network of candidates(start)) {
    const wanted = blockOf(`${network}.0/24`);
    if (!taken.some((block) => overlap(block, wanted))) yield network;
  }
}
