// kernel.js: the kit's kernel in a Web Worker. The first message says where its files lie.
import "../node/install";
import "../node/modules";
import { Files, mount } from "../node/files";
import type { Pack } from "../node/pack";
import type { Reply, Request } from "./messages";

// The stack of an error is cut at 10 frames, which may all lie in the library: the cell's line would be lost.
Error.stackTraceLimit = 50;

const post: (reply: Reply) => void = self.postMessage.bind(self);

async function packAt(base: string): Promise<Pack> {
  const response = await fetch(new URL("pack.json", base));
  if (!response.ok) throw new Error(`${response.url}: the server answers ${response.status}`);
  return response.json();
}

let take: ((request: Request) => void) | undefined;
const early: Request[] = [];

async function start({ base, thread, pack }: Request & { kind: "start" }): Promise<void> {
  const address = thread && URL.createObjectURL(new Blob([thread], { type: "text/javascript" }));
  mount(new Files(pack ?? (await packAt(base)), base, address));
  // Only now, since TypeScript looks for its files as it loads.
  const { createServer } = require("./server") as typeof import("./server");
  take = createServer(post);
  post({ kind: "ready" });
  for (const request of early.splice(0)) take(request);
}

self.onmessage = ({ data }: MessageEvent<Request>) => {
  if (data.kind === "start") {
    start(data).catch((error: unknown) => {
      post({ kind: "broken", problem: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) });
    });
  } else if (take) take(data);
  else early.push(data);
};
