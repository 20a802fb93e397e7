import { __exportAll, __name } from "./rolldown-runtime.js";
import { packBuild } from "./packages.js";
import { localStore, planPrefix } from "./shared.js";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";

// src/storage/layered.ts
function chooseStore(backends, scratch, log) {
	const { cache, artifact, directory, directoryPath } = backends;
	const services = [cache, artifact].filter((store) => store !== void 0);
	if (services.length > 0) return layered(services, scratch, log);
	log.info(`Kernels are kept in ${directoryPath} (there is no GitHub cache and no artifact service here).`);
	return layered([directory], scratch, log);
}
function layered(stores, scratch, log) {
	const said = /* @__PURE__ */ new Set();
	const warn = (line) => {
		if (said.has(line)) return;
		said.add(line);
		log.warning(line);
	};
	async function lookup(key) {
		const answers = [];
		for (const store of stores.filter((one) => takes(one, key))) {
			const answer = await store.lookup(key);
			if (answer.outcome === "hit") return answer;
			if (answer.outcome === "unavailable") warn(`${store.name}: ${answer.reason}`);
			answers.push(answer);
		}
		return answers.find(({ outcome }) => outcome === "unavailable") ?? last(answers);
	}
	async function fetch(key, directory, options) {
		const answers = [];
		for (const store of stores.filter((one) => takes(one, key))) {
			const answer = await store.fetch(key, directory, options);
			if (answer.outcome === "hit") return answer;
			if (answer.outcome === "corrupt") warn(`${store.name}: ${key} is damaged and not used: ${answer.reason}`);
			if (answer.outcome === "unavailable") warn(`${store.name}: ${answer.reason}`);
			answers.push(answer);
		}
		const of = (outcome) => answers.find((answer) => answer.outcome === outcome);
		return of("corrupt") ?? of("unavailable") ?? last(answers);
	}
	async function save(build) {
		const shared = shareArchive(build, scratch);
		try {
			const answers = [];
			for (const store of stores.filter((one) => takes(one, build.manifest.key))) {
				const answer = await store.save(shared.build);
				if (answer.outcome === "refused" || answer.outcome === "unavailable") warn(`${store.name}: ${build.manifest.scenario} is not kept: ${answer.reason}`);
				answers.push(answer);
			}
			const kept = ({ outcome }) => outcome === "saved" || outcome === "present";
			return answers.find(kept) ?? last(answers);
		} finally {
			await shared.end();
		}
	}
	return {
		name: stores.map((store) => store.name).join(", "),
		lookup,
		fetch,
		save,
		async nearest(prefix) {
			for (const store of stores) {
				const entry = await store.nearest(prefix);
				if (entry !== void 0) return entry;
			}
		},
		async records(prefix) {
			const listed = await Promise.all(stores.map((store) => store.records?.(prefix) ?? []));
			return [...new Set(listed.flat())];
		},
		async forget(key) {
			await Promise.all(stores.map((store) => store.forget?.(key)));
		}
	};
}
function shareArchive(build, scratch) {
	const directory = join(scratch, `packed-${randomUUID()}`);
	let packed;
	const archive = () => {
		packed ??= (async () => {
			await mkdir(directory, { recursive: true });
			const path = join(directory, "build.tar.zst");
			await packBuild(build, path);
			return path;
		})();
		return packed;
	};
	return {
		build: {
			archive,
			...build
		},
		async end() {
			await packed?.catch(() => {});
			await rm(directory, {
				recursive: true,
				force: true
			});
		}
	};
}
function takes(store, key) {
	return store.takes?.(key) ?? true;
}
function last(answers) {
	const answer = answers.at(-1);
	if (answer === void 0) throw new Error("a layered store needs a store");
	return answer;
}

// src/github/stores.ts
var stores_exports = /* @__PURE__ */ __exportAll({ githubStore: () => githubStore });
function runsToSearch({ GITHUB_REPOSITORY, GITHUB_RUN_ID }, attempt, { runs = [], token }) {
	const [repositoryOwner, repositoryName] = GITHUB_REPOSITORY?.split("/") ?? [];
	if (token === void 0 || !repositoryOwner || !repositoryName) return [];
	return [...GITHUB_RUN_ID && attempt > 1 ? [GITHUB_RUN_ID] : [], ...runs].map((id) => ({
		workflowRunId: Number(id),
		repositoryOwner,
		repositoryName,
		token
	}));
}
async function services(variables, temp, attempt, runs) {
	if (!variables.ACTIONS_RESULTS_URL && !variables.ACTIONS_CACHE_URL) return {};
	const [{ artifactStore, hasActionsArtifacts }, { cacheStore, hasActionsCache }] = await Promise.all([import("./stores.js").then((all) => all.src_github_artifactStore_ts), import("./stores.js").then((all) => all.src_github_cacheStore_ts)]);
	const artifact = hasActionsArtifacts(variables) ? artifactStore({
		temp,
		attempt,
		runs
	}) : void 0;
	const takes = (key) => artifact === void 0 || !key.startsWith("rcutorture-plan-");
	return {
		artifact,
		cache: hasActionsCache() ? {
			...cacheStore({ temp }),
			takes
		} : void 0
	};
}
async function githubStore(variables, attempt, ui, others = {}) {
	const temp = variables.RUNNER_TEMP ?? tmpdir();
	const { store: directory, path: directoryPath } = localStore(variables);
	const found = await services(variables, temp, attempt, runsToSearch(variables, attempt, others));
	return chooseStore({
		...found,
		directory,
		directoryPath
	}, temp, ui);
}

export { stores_exports as src_github_stores_ts };