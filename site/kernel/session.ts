// The kit's session, in a page: tslab's executor and converter, and the kernel's own texts for values and errors.
import { createConverter } from "tslab/dist/converter";
import { createExecutor } from "tslab/dist/executor";
import * as jupyter from "tslab/dist/jupyter";
import { createHandler } from "../../scripts/kernel/handler.cjs";
import { withOwnJson } from "../../scripts/kernel/json.cjs";
import { createSession } from "../../scripts/kernel/session.cjs";
import { takeStreams } from "../../scripts/kernel/streams.cjs";
import { runStretches, toGenerator } from "../../scripts/kernel/stretches.cjs";
import { trackWorkers } from "../../scripts/kernel/workers.cjs";
import { provideModule } from "../node/modules";
import { kitFolder } from "../node/pack";
import { process } from "../node/process";
import { takePositions, ts } from "./compiler";

type Session = ReturnType<typeof createSession>;

/** What plot looks for among the loaded modules: where displays of the cell that runs are written to. */
const display: { lastWriteDisplayData: null | ((data: object, update: boolean) => void) } = {
  lastWriteDisplayData: null,
};

export interface Parts {
  readonly session: Session;
  readonly handler: ReturnType<typeof createHandler>;
  /** Ends what runs, and the threads of its sweeps. */
  interrupt(): void;
  /** Where prints and displays go from now on. */
  writeTo(
    print: (name: "stdout" | "stderr", piece: string | Uint8Array) => void,
    show: (data: object, update: boolean) => void,
  ): void;
}

export function createParts(): Parts {
  provideModule(`${kitFolder}/node_modules/tslab/dist/jupyter.js`, display);
  const workers = trackWorkers();
  const stretches = runStretches();
  const session = createSession({
    ...{ createConverter, createExecutor, takePositions },
    toGenerator: (code, name) => toGenerator(ts, code, name),
    compile: withOwnJson,
    // Nobody else writes files here, so there is nothing to look at before a cell or after an import that failed.
    ...{ beforeCell() {}, unresolved() {} },
    interrupted: workers.end,
    isInterrupted: () => false,
  });
  const versions = { tslab: "", typescript: ts.version, node: process.version };
  const streams = takeStreams();
  return {
    session,
    handler: createHandler(jupyter, session.executor, { versions, compile: withOwnJson }),
    interrupt() {
      process.emit("SIGINT", "SIGINT");
      workers.end();
      stretches.abandon();
      session.executor.interrupt();
    },
    writeTo(print, show) {
      streams.writeTo(print);
      display.lastWriteDisplayData = show;
    },
  };
}
