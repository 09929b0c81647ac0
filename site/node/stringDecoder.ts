/** Text from bytes that may come in pieces of characters. */
export class StringDecoder {
  private decoder: TextDecoder | undefined;

  write(bytes: Uint8Array): string {
    this.decoder ??= new TextDecoder();
    return this.decoder.decode(bytes, { stream: true });
  }

  end(bytes?: Uint8Array): string {
    const text = (bytes ? this.write(bytes) : "") + (this.decoder?.decode() ?? "");
    this.decoder = undefined;
    return text;
  }
}
