// The part of node:crypto that the kit uses. `crypto.subtle` will not do: it answers later, and only in secure contexts.
import { sha256 } from "@noble/hashes/sha2.js";
import { Buffer } from "buffer/";

const bytesOf = (data: string | Uint8Array): Uint8Array => (typeof data === "string" ? Buffer.from(data) : data);

class Hash {
  private readonly state = sha256.create();

  update(data: string | Uint8Array): this {
    this.state.update(bytesOf(data));
    return this;
  }

  digest(encoding?: BufferEncoding): string | Buffer {
    const bytes = Buffer.from(this.state.digest());
    return encoding ? bytes.toString(encoding) : bytes;
  }
}

const randomBytes = (count: number): Buffer => Buffer.from(crypto.getRandomValues(new Uint8Array(count)));

/** Browsers have it in secure contexts alone: not for a page that a machine of the local network serves by http. */
function randomUUID(): string {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function createHash(name: string): Hash {
  if (name === "sha256") return new Hash();
  throw new Error(`createHash: got ${name}, needs "sha256": a page has no other`);
}

export const cryptography = { createHash, randomBytes, randomUUID, webcrypto: crypto };
