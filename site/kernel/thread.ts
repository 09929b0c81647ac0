// thread.js: one thread of a sweep. It loads the file that it is told, from the same pack.
import "../node/install";
import { EventEmitter } from "../node/events";
import { Files, mount } from "../node/files";
import { createRequire } from "../node/modules";
import { Exit } from "../node/process";
import { type FromThread, type ToThread, workerThreads } from "../node/workerThreads";

const post: (message: FromThread) => void = self.postMessage.bind(self);

class Parent extends EventEmitter {
  postMessage(message: unknown): void {
    post({ message });
  }
}
const parent = new Parent();

function end(error: unknown): void {
  if (error instanceof Exit) post({ exit: error.code });
  else {
    const { name = "Thrown", message = String(error), stack } = (error ?? {}) as Partial<Error>;
    post({ error: { name, message, stack } });
    post({ exit: 1 });
  }
  self.close();
}

self.addEventListener("error", (event) => {
  event.preventDefault();
  end(event.error ?? new Error(event.message));
});
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  end(event.reason);
});

self.onmessage = ({ data }: MessageEvent<ToThread>) => {
  try {
    if ("message" in data) {
      parent.emit("message", data.message);
      return;
    }
    const { pack, base, file, data: workerData } = data.start;
    mount(new Files(pack, base));
    Object.assign(workerThreads, { isMainThread: false, threadId: 1, parentPort: parent, workerData });
    createRequire(file)(file);
  } catch (error) {
    end(error);
  }
};
