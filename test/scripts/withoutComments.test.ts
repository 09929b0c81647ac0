// What a page's kernel loads is what was built, line for line, but for its comments.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/setup/places.mjs";
import { withoutComments } from "../../scripts/site/withoutComments.mjs";

/** The code alone, as another program reads it. */
const code = (text: string) => transformSync(text, { minify: true, legalComments: "none" }).code;

describe("withoutComments", () => {
  it("keeps what only looks like a comment", () => {
    const text = 'const a = "// no"; // yes\nconst b = `/* no */`;\n/** yes\n * yes */\nconst c = /\\/\\*/; // yes';
    expect(withoutComments(text)).toBe('const a = "// no";\nconst b = `/* no */`;\n\n\nconst c = /\\/\\*/;');
  });

  it.each(["lib", "plot", "data", "run"])("leaves the code of %s, and its lines", (workspace) => {
    const dist = join(root, workspace, "dist");
    const files = readdirSync(dist, { recursive: true, encoding: "utf8" });
    for (const name of files.filter((each) => each.endsWith(".js") && !each.startsWith("esm"))) {
      const text = readFileSync(join(dist, name), "utf8");
      const bare = withoutComments(text);
      expect(bare.split("\n").length, name).toBe(text.split("\n").length);
      expect(code(bare), name).toBe(code(text));
    }
  });
});
