import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts a kernel for each notebook, or runs for minutes: parts of their own. */
const running = ["run", "runner", "lost"].map((name) => `test/notebooks/${name}.test.ts`);
const pure = ["test/lib", "test/cases"];
const soak = ["test/kernel/soak.test.ts"];
/** Runs submissions in the kernel's parts, on what is built. */
const grading = ["grade", "nbgrader"].map((name) => `test/grade/${name}.test.ts`);

/** The test files of folders, or files named; scripts/test.mjs says which projects make which part. */
function project(name: string, paths: string[], { without = [] as string[], isolate = true } = {}) {
  const globs = (list: string[]) => list.map((path) => (path.endsWith(".ts") ? path : `${path}/**/*.test.ts`));
  return { extends: true as const, test: { name, include: globs(paths), exclude: globs(without), isolate } };
}

// Tests read the sources, so that a failure points at a line of TypeScript; cells read dist (test/kernel sees to that).
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@emergence\/lib$/, replacement: here("lib/index.ts") },
      { find: /^@emergence\/lib\/(\w+)$/, replacement: here("lib/$1/index.ts") },
      { find: /^@emergence\/data\/frame$/, replacement: here("data/frame.ts") },
      { find: /^@emergence\/(plot|data|run)$/, replacement: here("$1/index.ts") },
    ],
  },
  test: {
    testTimeout: 180_000, // against hanging only, and no measure: on a busy machine a kernel takes a minute to start
    hookTimeout: 180_000,
    maxWorkers: Math.max(2, availableParallelism() - 1), // vitest itself would take one on two processors
    maxConcurrency: Math.max(2, availableParallelism()), // notebooks that run at the same time
    tags: [
      {
        name: "slow",
        description: "Costs seconds and seldom fails: left out of `npm test`, part of --full and of a file run alone.",
      },
    ],
    projects: [
      // Pure functions: nothing of one file can reach another, so that all share a process.
      project("unit-lib", pure, { isolate: false }),
      project("unit-kit", ["test"], {
        without: [...pure, "test/kernel", "test/notebooks", "test/browser", ...grading],
      }),
      project("kernel", ["test/kernel", ...grading], { without: soak }),
      project("soak", soak),
      project("cells", ["test/notebooks"], { without: running }),
      project("notebooks", running),
      project("browser", ["test/browser"]),
    ],
  },
});
