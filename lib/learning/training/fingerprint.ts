/**
 * A fingerprint of numbers, bit by bit: two hashes of 32 bits (FNV-1a with two primes) over the bits of each as a 32-bit float, as 16
 * hexadecimal digits. Equal weights have equal fingerprints, and others hardly ever.
 */
export function fingerprint(values: ArrayLike<number>): string {
  const bits = new Int32Array(Float32Array.from(values).buffer);
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (const word of bits) {
    a = Math.imul(a ^ word, 0x01000193);
    a ^= a >>> 15;
    b = Math.imul(b ^ word, 0x5bd1e995);
    b ^= b >>> 13;
  }
  const hex = (value: number) => (value >>> 0).toString(16).padStart(8, "0");
  return hex(a) + hex(b);
}
