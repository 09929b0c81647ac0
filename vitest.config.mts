import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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
  test: { include: ["test/**/*.test.ts"], testTimeout: 60_000 },
});
