// Width and height of a picture, so that a page keeps its place before it has come.

/** In a JPEG they stand in the segment that begins a frame: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2. */
function ofJpeg(/** @type {Buffer} */ bytes) {
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  return undefined;
}

function ofSvg(/** @type {string} */ text) {
  const [, width, height] = /<svg[^>]*\swidth="([\d.]+)"[^>]*\sheight="([\d.]+)"/.exec(text) ?? [];
  return width === undefined ? undefined : { width: Number(width), height: Number(height) };
}

/**
 * @param {string | Buffer} content an SVG, or the bytes of a JPEG
 * @returns {{ width: number, height: number } | undefined} undefined where it does not tell
 */
export const pictureSize = (content) => (typeof content === "string" ? ofSvg(content) : ofJpeg(content));
