/** What became of one delta. A bad one leaves the decoder as it was. */
export type Decoded = { kind: 'ok'; frames: Int16Array<ArrayBuffer> } | { kind: 'bad-audio' };

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * Decodes the base64 deltas of one item into frames: signed 16 bit, little-endian as on every machine that Aloud is
 * built for. A delta may split a frame: the odd byte waits for the next delta.
 */
export class PcmDecoder {
  #carried: number | null = null;

  /**
   * The frames own their memory. (A small `Buffer` lies in a pool that Node shares among all of them, and cloning it
   * into another process would carry the pool's other contents along.)
   */
  decode(base64: string): Decoded {
    // Node skips whatever is no base64 and would return noise, so it is checked first.
    if (base64.length % 4 !== 0 || !BASE64.test(base64)) return { kind: 'bad-audio' };
    const carried = this.#carried === null ? 0 : 1;
    const decoded = Buffer.from(base64, 'base64');
    const length = carried + decoded.length;
    const bytes = new Uint8Array(length - (length % 2));
    if (this.#carried !== null && bytes.length > 0) bytes[0] = this.#carried;
    bytes.set(decoded.subarray(0, Math.max(0, bytes.length - carried)), bytes.length > 0 ? carried : 0);
    if (length % 2 === 0) this.#carried = null;
    else if (decoded.length > 0) this.#carried = decoded[decoded.length - 1] ?? null;
    return { kind: 'ok', frames: new Int16Array(bytes.buffer) };
  }
}
