/**
 * Carries message ports between the page and the host. It is a worker, so that sound flows while the page's main thread
 * is busy. The host serves it with a policy of its own: the page's may forbid every connection.
 */
import { decode, encode } from '../codec';
import type { PortFrame } from '../port-frame';
import { packFrame, unpackFrame } from '../port-frame';

const ports = new Map<number, MessagePort>();
const waiting: Uint8Array<ArrayBuffer>[] = [];
const socket = new WebSocket(`ws://${location.host}/__host__/ports`);
socket.binaryType = 'arraybuffer';

function send(frame: PortFrame): void {
  const packed = packFrame(frame);
  if (socket.readyState === WebSocket.OPEN) socket.send(packed);
  else waiting.push(packed);
}

socket.addEventListener('open', () => {
  for (const packed of waiting.splice(0)) socket.send(packed);
});

socket.addEventListener('message', ({ data }) => {
  const frame = unpackFrame(new Uint8Array(data));
  const port = ports.get(frame.port);
  if (frame.kind === 'message') {
    const { value, buffers } = decode(frame.message);
    port?.postMessage(value, buffers);
  } else {
    port?.close();
    ports.delete(frame.port);
  }
});

socket.addEventListener('close', () => {
  for (const port of ports.values()) port.close();
  ports.clear();
});

addEventListener('message', ({ data: id, ports: [port] }: MessageEvent<number>) => {
  if (port === undefined) return;
  ports.set(id, port);
  port.addEventListener('message', ({ data }) => {
    const message = encode(data);
    // Electron loses a message with a transferred buffer. From here a transferred one looks like a copied one,
    // so every buffer is taken for transferred: what works here works there.
    if (message.buffers.length === 0) send({ kind: 'message', port: id, message });
    else
      console.error('A message with an ArrayBuffer does not reach main: Electron loses transferred buffers.');
  });
  port.start();
  send({ kind: 'attach', port: id });
});
