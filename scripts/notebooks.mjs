// `npm run notebooks [names]`: runs notebooks in the kernel and writes their outputs back, with a picture and a text
// alternative beside each figure.
import "./setup/refuseOldNode.mjs";
import { setMaxListeners } from "node:events";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { Board } from "./notebooks/board.mjs";
import { noteRunTime } from "./notebooks/runTimes.mjs";
import { label, select } from "./notebooks/select.mjs";
import { ensureSetup } from "./setup/index.mjs";
import { whenNpmEnds } from "./setup/npm.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";

const help = `npm run notebooks -- [names] [options]

Runs notebooks and writes their outputs back. Names: 04, 04-s-curves or a path; none means all of notebooks/.

  --solutions   solutions/ as well; with names, these are looked up there
  --jobs N      notebooks that run at the same time (default: one per two processors)
  --check       write nothing; list the notebooks whose outputs would change
  --help        show this`;

function parseOptions() {
  try {
    const options = /** @type {const} */ ({
      solutions: { type: "boolean", default: false },
      jobs: { type: "string", default: String(Math.max(1, Math.floor(cpus().length / 2))) },
      check: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    });
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const jobs = Number(values.jobs);
    if (!(Number.isInteger(jobs) && jobs >= 1))
      throw new Problem(`--jobs: got ${values.jobs}, needs a whole number from 1.`);
    return { ...values, jobs, names: positionals };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`npm run notebooks: ${error instanceof Error ? error.message : error}\n\n${help}`);
  }
}

const indented = (/** @type {string} */ text) => text.replace(/^/gm, "    ");

async function main() {
  const { names, solutions, jobs, check, help: wantsHelp } = parseOptions();
  if (wantsHelp) return console.log(help);
  const paths = select(names, { solutions });
  if (paths.length === 0) throw new Problem("notebooks/ contains no notebook.");
  await ensureSetup();
  // Only now: what these import is there once the set-up has been done.
  const { openStudio } = await import("./notebooks/pictures.mjs");
  const { readNotebook, refresh } = await import("./notebooks/refresh.mjs");
  const { writeFidelity } = await import("./notebooks/fidelity.mjs");
  const { noteCommitted } = await import("./notebooks/due.mjs");

  const stop = new AbortController();
  setMaxListeners(0, stop.signal); // each notebook of the queue listens
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.once(name, () => stop.abort(new Problem("stopped: the notebooks that were still running are unchanged.")));
  }
  whenNpmEnds(() => stop.abort(new Problem("npm has ended, so this ends too.")));
  /** @type {ReturnType<typeof openStudio> | undefined} */
  let studio;
  const board = new Board(paths.length);
  const queue = [...paths];
  /** @type {string[]} */
  const ran = [];
  let failed = 0;
  let changed = 0;

  async function work() {
    for (let path = queue.shift(); path !== undefined && !stop.signal.aborted; path = queue.shift()) {
      const name = label(path);
      board.start(name, readNotebook(path).cells.length);
      const since = Date.now();
      const onCell = (/** @type {number} */ index) => board.at(name, index + 1);
      const openOnce = () => (studio ??= openStudio());
      const result = await refresh(path, { studio: openOnce, write: !check, onCell, signal: stop.signal });
      if (result.kind === "failed") {
        failed += 1;
        board.finish(
          name,
          "✗",
          `cell ${result.cell} failed\n\n${indented(result.source)}\n\n${indented(result.error)}\n`,
        );
      } else {
        ran.push(path);
        noteRunTime(path, (Date.now() - since) / 1000);
        if (result.changed) changed += 1;
        const outputs = result.changed ? (check ? "outputs would change" : "outputs written") : "outputs as before";
        board.finish(name, "✓", `${result.figures} ${result.figures === 1 ? "figure" : "figures"}, ${outputs}`);
      }
    }
  }

  try {
    await Promise.all(Array.from({ length: Math.min(jobs, paths.length) }, work));
  } finally {
    stop.abort(); // where one worker threw, the others' kernels go too
    board.close();
    await studio?.then((opened) => opened.close());
  }
  if (changed > 0 && !check) writeFidelity();
  if (!check) noteCommitted(ran, select([], { solutions: true }));
  const done = paths.length - failed;
  console.log(
    `${done} of ${paths.length} notebooks ran${failed > 0 ? `, ${failed} failed` : ""}; ${changed} ${check ? "would change" : "changed"}`,
  );
  return failed > 0 || (check && changed > 0) ? 1 : 0;
}

await runCommand(main);
