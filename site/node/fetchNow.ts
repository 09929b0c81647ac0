import { gunzipSync } from "fflate";

/** Tables lie compressed beside the pack; a host that says so has them unpacked by the browser already. */
const unpacked = (bytes: Uint8Array) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);

/**
 * Fetches while the cell waits, as a read from a disk does: a worker may.
 * @throws Error that names the address, if there is no network or no such file
 */
export function fetchNow(address: string): Uint8Array {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  let problem = "";
  try {
    request.send();
    if (request.status !== 200) problem = `the server answers ${request.status}`;
  } catch {
    problem = "the network does not answer";
  }
  if (problem === "") return unpacked(new Uint8Array(request.response as ArrayBuffer));
  throw new Error(
    `A file of the page cannot be fetched: ${problem} (${address}). Check the connection, then run the cell again.`,
  );
}
