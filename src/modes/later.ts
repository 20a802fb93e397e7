/** What publishes takes longer to load than all other code here: it comes while the guests live. */
export const later = {
  enrich: () => import("../stages/enrich/enrich.ts"),
  publish: () => import("../stages/publish/publish.ts"),
};

/** Milliseconds after which the first guests boot, and nobody waits for this process. */
const guestsBoot = 500;

/** Loads it soon; a failure shows when it is used. @returns what to dispose of when it is needed at once */
export function loadSoon(): Disposable {
  const load = () => void Promise.allSettled([later.publish(), later.enrich()]);
  const timer = setTimeout(load, guestsBoot).unref();
  return { [Symbol.dispose]: () => clearTimeout(timer) };
}
