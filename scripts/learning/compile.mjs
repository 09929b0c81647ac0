// Compiles the kernels of @emergence/lib/learning (scripts/learning/assembly) into lib/learning/kernels/bytes.ts: npm run wasm
// The compiler is needed here and in one test, and by no reader: the library carries the bytes as text.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const asc = join(root, "node_modules", "assemblyscript", "bin", "asc.js");
export const target = join(root, "lib", "learning", "kernels", "bytes.ts");

/** The WebAssembly module, compiled anew. */
export function compiled() {
  const folder = mkdtempSync(join(tmpdir(), "kernels-"));
  try {
    const out = join(folder, "kernels.wasm");
    const options = [
      "-O3",
      "--converge",
      "--noAssert",
      "--runtime",
      "stub",
      "--enable",
      "simd",
      "--initialMemory",
      "1",
    ];
    const { status, stderr } = spawnSync(process.execPath, [asc, "index.ts", "--outFile", out, ...options], {
      cwd: join(here, "assembly"),
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`compile: ${stderr}`);
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of the TypeScript file that carries them. */
export function asSource(/** @type {Buffer} */ bytes) {
  const lines = bytes.toString("base64").match(/.{1,114}/g) ?? [];
  return [
    "// Made by scripts/learning/compile.mjs from scripts/learning/assembly: npm run wasm",
    "",
    `/** The kernels as a WebAssembly module of ${bytes.length} bytes, in base64. */`,
    "export const bytes: string = [",
    ...lines.map((line) => `  "${line}",`),
    `].join("");`,
    "",
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = asSource(compiled());
  writeFileSync(`${target}.new`, text);
  renameSync(`${target}.new`, target);
  console.log(`${target}: ${text.length} characters`);
}
