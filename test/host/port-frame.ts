import type { Encoded } from './codec';

/** What travels on the WebSocket between the port bridge in the page and the host. */
export type PortFrame =
  /** The page has the port: what was queued for it may come. */
  | { kind: 'attach'; port: number }
  | { kind: 'message'; port: number; message: Encoded }
  | { kind: 'close'; port: number };

const KINDS = ['attach', 'message', 'close'] as const;

/** Little endian: u8 kind, u32 port, u32 bytes of JSON, JSON, then for each buffer u32 bytes and the bytes. */
export function packFrame(frame: PortFrame): Uint8Array<ArrayBuffer> {
  const json = frame.kind === 'message' ? new TextEncoder().encode(frame.message.json) : new Uint8Array(0);
  const buffers = frame.kind === 'message' ? frame.message.buffers : [];
  const size = 9 + json.length + buffers.reduce((sum, bytes) => sum + 4 + bytes.length, 0);
  const packed = new Uint8Array(size);
  const view = new DataView(packed.buffer);
  view.setUint8(0, KINDS.indexOf(frame.kind));
  view.setUint32(1, frame.port, true);
  view.setUint32(5, json.length, true);
  packed.set(json, 9);
  let at = 9 + json.length;
  for (const bytes of buffers) {
    view.setUint32(at, bytes.length, true);
    packed.set(bytes, at + 4);
    at += 4 + bytes.length;
  }
  return packed;
}

/** @throws RangeError for bytes that {@link packFrame} did not make. */
export function unpackFrame(packed: Uint8Array): PortFrame {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const kind = KINDS[view.getUint8(0)];
  const port = view.getUint32(1, true);
  if (kind === undefined) throw new RangeError('Not a port frame');
  if (kind !== 'message') return { kind, port };
  const jsonEnd = 9 + view.getUint32(5, true);
  const json = new TextDecoder().decode(packed.subarray(9, jsonEnd));
  const buffers: Uint8Array<ArrayBuffer>[] = [];
  let at = jsonEnd;
  while (at < packed.length) {
    const end = at + 4 + view.getUint32(at, true);
    if (end > packed.length) throw new RangeError('A port frame is cut short');
    buffers.push(new Uint8Array(packed.subarray(at + 4, end)));
    at = end;
  }
  return { kind, port, message: { json, buffers } };
}
