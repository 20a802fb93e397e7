import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
var resultsVersion=1;var suites=["rcu","lock","scf","rcuscale","refscale"];var sanitizers=["kasan","kcsan"];var verdicts=["failed","build-failed","did-not-run","infrastructure-error","passed"];var findingKinds=["torture-failure","panic","kasan","kcsan","ubsan","bug","oops","null-dereference","paging-request","general-protection","divide-error","double-fault","soft-lockup","hard-lockup","workqueue-lockup","hung-task","rcu-stall","kthread-starved","writer-stall","lockdep","suspicious-rcu","sleeping-in-atomic","debug-objects","refcount","list-corruption","oom","warning","gp-hang","bad-sequence","hotplug-failure","close-calls","no-end","silence","hang","boot-failure","other"];export{resultsVersion,suites,sanitizers,verdicts,findingKinds};
