// A plain server of files, for looking at the site and for its tests: no more than any host of static files does.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** @param {string} path @returns {string | undefined} the file, that of a folder being its index.html */
function fileAt(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return fileAt(join(path, "index.html"));
  return stat?.isFile() ? path : undefined;
}

/**
 * @param {string} folder what is served
 * @param {{ port?: number, under?: string, onFile?: (file: string) => void }} [options] port: default, any that is free; under: path
 *   that it is served under, as "/" or "/course/"; onFile: told of each file that goes out
 * @returns {Promise<{ address: string, close(): Promise<void> }>}
 */
export async function serve(folder, { port = 0, under = "/", onFile = () => {} } = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.startsWith(under) ? fileAt(join(folder, normalize(`/${path.slice(under.length)}`))) : undefined;
    if (file === undefined) {
      response.writeHead(404).end("not found");
      return;
    }
    onFile(file);
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      server.on("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    })
  );
  const { port: taken } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${taken}${under}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
