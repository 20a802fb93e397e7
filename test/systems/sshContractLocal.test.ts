import { LocalExecutor } from "../../src/systems/local.ts";
import { executorContract } from "./sshContract.ts";

executorContract("local", () => new LocalExecutor());
