// Edited cells in an address: JSON, deflated, in base64url.

/** Texts of cells by their ids. */
export type Edits = Readonly<Record<string, string>>;

/** Letters that an address may have: mail and chat cut longer ones. */
export const longest = 8000;
/** Bytes of edits that a page takes from an address, which anybody may have written. */
const most = 1_000_000;
const mark = "#cells=";

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>)
    .getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError("the changes in this address are too long");
    }
    chunks.push(next.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** The end of an address that carries edits; "" for none. */
export async function hashOf(edits: Edits): Promise<string> {
  if (Object.keys(edits).length === 0) return "";
  const packed = await through(new TextEncoder().encode(JSON.stringify(edits)), new CompressionStream("deflate-raw"));
  const text = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""));
  return mark + text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Edits that the end of an address carries; undefined for another end. @throws Error if it is damaged */
export async function editsIn(hash: string): Promise<Edits | undefined> {
  if (!hash.startsWith(mark)) return undefined;
  const packed = atob(hash.slice(mark.length).replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
  const edits: unknown = JSON.parse(
    new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw"))),
  );
  if (typeof edits !== "object" || edits === null || Object.values(edits).some((text) => typeof text !== "string"))
    throw new TypeError("what this address carries are no cells");
  return edits as Edits;
}
