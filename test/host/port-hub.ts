import type { WebSocket } from 'ws';
import type { MessagePortMain, PortPeer } from './modules/message-port';
import { packFrame, unpackFrame } from './port-frame';
import type { Traffic } from './traffic';

interface Remote {
  partner: PortPeer;
  socket: WebSocket | null;
  /** Packed frames that wait until the page has taken the port. */
  waiting: Uint8Array[];
}

/** The ports whose other end is in a page, and the sockets of the bridges that carry them. */
export class PortHub {
  readonly #remotes = new Map<number, Remote>();
  readonly #traffic: Traffic;
  #nextId = 1;

  constructor(traffic: Traffic) {
    this.#traffic = traffic;
  }

  /** Gives `port` away to a page; returns the number by which the page's bridge asks for it. */
  handOver(port: MessagePortMain): number {
    const id = this.#nextId++;
    const remote: Remote = { partner: { receive() {}, closed() {} }, socket: null, waiting: [] };
    this.#remotes.set(id, remote);
    const send = (packed: Uint8Array) => {
      if (remote.socket === null) remote.waiting.push(packed);
      else remote.socket.send(packed);
    };
    remote.partner = port.handOver({
      receive: (message) => {
        this.#traffic.add('to-page', `port:${id}`, message.json);
        send(packFrame({ kind: 'message', port: id, message }));
      },
      closed: () => {
        send(packFrame({ kind: 'close', port: id }));
        this.#remotes.delete(id);
      },
    });
    return id;
  }

  /** A bridge has connected: one for each document that was given a port. */
  connected(socket: WebSocket): void {
    socket.on('message', (data) => {
      if (data instanceof Buffer) this.#received(socket, data);
    });
    socket.on('close', () => {
      for (const [id, remote] of this.#remotes) {
        if (remote.socket === socket) this.#closed(id, remote);
      }
    });
  }

  /** Ports that were sent to a document which is gone before it took them. */
  abandon(ids: readonly number[]): void {
    for (const id of ids) {
      const remote = this.#remotes.get(id);
      if (remote?.socket === null) this.#closed(id, remote);
    }
  }

  #received(socket: WebSocket, data: Uint8Array): void {
    const frame = unpackFrame(data);
    const remote = this.#remotes.get(frame.port);
    if (remote === undefined) return;
    switch (frame.kind) {
      case 'attach':
        remote.socket = socket;
        for (const packed of remote.waiting.splice(0)) socket.send(packed);
        break;
      case 'message':
        this.#traffic.add('to-main', `port:${frame.port}`, frame.message.json);
        remote.partner.receive(frame.message);
        break;
      case 'close':
        this.#closed(frame.port, remote);
        break;
    }
  }

  #closed(id: number, remote: Remote): void {
    this.#remotes.delete(id);
    remote.partner.closed();
  }
}
