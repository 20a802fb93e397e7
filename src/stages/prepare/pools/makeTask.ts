import { hash } from "node:crypto";
import type { Ingredients } from "../../../kernel/fingerprint.ts";
import type { CommonIngredients } from "../../../kernel/ingredients.ts";
import type { MakeTask } from "../../../kernel/makeTask.ts";
import type { TortureSet } from "../../../plan/sets.ts";

type Task = Pick<TortureSet, "id">;

/** What a set asks `make` for, where that is all it does; undefined for all others. */
export function taskOf({ recipe }: Pick<TortureSet, "recipe">): MakeTask | undefined {
  const kind = recipe?.kind;
  return kind === "guests" || kind === "builds" ? undefined : kind;
}

/** The name under which what `make` is asked for stands among builds: `ALLMODCONFIG`. */
export function taskScenario({ id }: Task): string {
  return id.toUpperCase();
}

/** Its ingredients, to explain a miss by: it has none of a scenario. */
export function taskIngredients(task: Task, common: CommonIngredients): Ingredients {
  return { ...common, suite: "make", scenario: taskScenario(task), fragment: "", boot: "" };
}

/** A key that no store ever has, as nothing of it is kept: it is done each time. */
export function taskKey(task: Task, common: CommonIngredients): string {
  const digest = hash("sha256", JSON.stringify(taskIngredients(task, common)));
  return `make-${task.id}-${digest.slice(0, 32)}`;
}
