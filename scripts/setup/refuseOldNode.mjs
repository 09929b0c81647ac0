// The first import of the commands that a person runs: an old Node ends here with one sentence.
import { nodeProblem } from "./node.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(`✗ ${problem}`);
  process.exit(1);
}
