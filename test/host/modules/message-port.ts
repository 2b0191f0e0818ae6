import type { MessagePortMain as ElectronPort } from 'electron';
import type { Encoded } from '../codec';
import { decode, encode } from '../codec';
import { declaredEvents } from '../declared';

/** Where a port's messages go: the other port of its channel, or a page. */
export interface PortPeer {
  receive(message: Encoded): void;
  closed(): void;
}

/** Electron's MessagePortMain: queues until `start()`, transfers only ports, and none of them here but to a page. */
export class MessagePortMain
  extends declaredEvents('MessagePortMain', ['message', 'close'])
  implements Pick<ElectronPort, 'postMessage' | 'start' | 'close'>, PortPeer
{
  #peer: PortPeer | null = null;
  readonly #inbox: Encoded[] = [];
  #started = false;
  #open = true;

  /** Host only: joins two ports. */
  entangle(peer: PortPeer): void {
    this.#peer = peer;
  }

  /** @throws TypeError for a transfer list that holds anything but ports; Error for what cannot be cloned. */
  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    for (const [index, port] of transfer.entries()) {
      if (!(port instanceof MessagePortMain))
        throw new TypeError(`Port at index ${index} is not a valid port`);
    }
    if (transfer.length > 0) throw new Error("Aloud's host does not send ports through ports");
    const encoded = encode(message);
    if (this.#open) this.#peer?.receive(encoded);
  }

  start(): void {
    this.#started = true;
    for (const message of this.#inbox.splice(0)) this.#deliver(message);
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#peer?.closed();
    this.#peer = null;
  }

  /** Host only: a message from the other end. */
  receive(message: Encoded): void {
    if (!this.#open) return;
    if (this.#started) queueMicrotask(() => this.#deliver(message));
    else this.#inbox.push(message);
  }

  /** Host only: the other end is gone. */
  closed(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#peer = null;
    queueMicrotask(() => this.emit('close'));
  }

  /**
   * Host only: gives this end away to a page, which gets what was queued for it. This object is dead then.
   * @throws TypeError if it was given away or closed before.
   */
  handOver(page: PortPeer): PortPeer {
    const partner = this.#peer;
    if (!this.#open || !(partner instanceof MessagePortMain)) {
      throw new TypeError('Port at index 0 is not a valid port');
    }
    this.#open = false;
    this.#peer = null;
    for (const message of this.#inbox.splice(0)) page.receive(message);
    partner.entangle(page);
    return partner;
  }

  #deliver(message: Encoded): void {
    if (!this.#open) return;
    this.emit('message', { data: decode(message).value, ports: [] });
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain();
  readonly port2 = new MessagePortMain();

  constructor() {
    this.port1.entangle(this.port2);
    this.port2.entangle(this.port1);
  }
}
