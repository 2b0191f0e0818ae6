/**
 * Structured clone over text and bytes, for Node and for the page alike: what Electron's IPC and message ports carry.
 * Refused with Electron's own words: functions, symbols, promises, weak collections. Cycles are refused too.
 */
export interface Encoded {
  json: string;
  /** The ArrayBuffers and views of the value, in the order in which `json` names them. */
  buffers: Uint8Array<ArrayBuffer>[];
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const VIEWS = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
};
type ViewName = keyof typeof VIEWS;

function isViewName(name: unknown): name is ViewName {
  return typeof name === 'string' && Object.hasOwn(VIEWS, name);
}

/** @throws Error "An object could not be cloned." */
export function encode(value: unknown): Encoded {
  const buffers: Uint8Array<ArrayBuffer>[] = [];
  const parents = new Set<object>();

  const keep = (bytes: Uint8Array): number => buffers.push(new Uint8Array(bytes)) - 1;

  function walk(item: unknown): Json {
    switch (typeof item) {
      case 'string':
      case 'boolean':
        return item;
      case 'number':
        return Number.isFinite(item) && !Object.is(item, -0) ? item : { $: 'number', v: numberName(item) };
      case 'undefined':
        return { $: 'undefined' };
      case 'bigint':
        return { $: 'bigint', v: String(item) };
      case 'object':
        return item === null ? null : walkObject(item);
      default:
        throw new Error('An object could not be cloned.');
    }
  }

  function walkObject(item: object): Json {
    if (item instanceof ArrayBuffer) return { $: 'buffer', v: keep(new Uint8Array(item)) };
    if (ArrayBuffer.isView(item)) {
      const bytes = new Uint8Array(item.buffer, item.byteOffset, item.byteLength);
      const name = Object.prototype.toString.call(item).slice(8, -1);
      return { $: 'view', name: isViewName(name) ? name : 'Uint8Array', v: keep(bytes) };
    }
    if (item instanceof Date) return { $: 'date', v: String(item.getTime()) };
    if (item instanceof Error) return { $: 'error', name: item.name, v: item.message };
    if (item instanceof Promise || item instanceof WeakMap || item instanceof WeakSet) {
      throw new Error('An object could not be cloned.');
    }
    if (parents.has(item)) throw new Error('An object could not be cloned (the host refuses cycles).');
    parents.add(item);
    const result = walkMembers(item);
    parents.delete(item);
    return result;
  }

  function walkMembers(item: object): Json {
    if (Array.isArray(item)) return Array.from(item, walk);
    if (item instanceof Map) return { $: 'map', v: Array.from(item, ([k, v]) => [walk(k), walk(v)]) };
    if (item instanceof Set) return { $: 'set', v: Array.from(item, walk) };
    // Pairs, not an object: a key named "$" or "__proto__" goes through unharmed.
    const pairs = Object.entries(item).map(([key, v]): Json => [key, walk(v)]);
    const plain = pairs.every((pair) => Array.isArray(pair) && pair[0] !== '$' && pair[0] !== '__proto__');
    if (!plain) return { $: 'object', v: pairs };
    return Object.fromEntries(Object.entries(item).map(([key], i) => [key, second(pairs[i])]));
  }

  return { json: JSON.stringify(walk(value)), buffers };
}

function second(pair: Json | undefined): Json {
  return Array.isArray(pair) ? (pair[1] ?? null) : null;
}

function numberName(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** The value again, with fresh buffers of exactly its bytes. `buffers` of the result lists its ArrayBuffers. */
export function decode(encoded: Encoded): { value: unknown; buffers: ArrayBuffer[] } {
  const buffers = encoded.buffers.map((bytes) => bytes.slice().buffer);

  function walk(item: Json): unknown {
    if (item === null || typeof item !== 'object') return item;
    if (Array.isArray(item)) return item.map(walk);
    if (typeof item.$ === 'string') return untag(item.$, item);
    return Object.fromEntries(Object.entries(item).map(([key, v]) => [key, walk(v)]));
  }

  function untag(tag: string, item: JsonObject): unknown {
    const v = item.v ?? null;
    switch (tag) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(v);
      case 'bigint':
        return BigInt(String(v));
      case 'date':
        return new Date(Number(v));
      case 'error':
        return Object.assign(new Error(String(v)), { name: String(item.name) });
      case 'buffer':
        return buffers[Number(v)];
      case 'view': {
        const buffer = buffers[Number(v)] ?? new ArrayBuffer(0);
        return new VIEWS[isViewName(item.name) ? item.name : 'Uint8Array'](buffer);
      }
      case 'map':
        return new Map(pairsOf(v));
      case 'set':
        return new Set(Array.isArray(v) ? v.map(walk) : []);
      default:
        return Object.fromEntries(pairsOf(v));
    }
  }

  function pairsOf(list: Json): [string, unknown][] {
    if (!Array.isArray(list)) return [];
    return list.map((pair) => {
      const [key, member] = Array.isArray(pair) ? pair : [];
      // A Map's key may be any value; for an object it is a string already.
      return [walk(key ?? null) as string, walk(member ?? null)];
    });
  }

  return { value: walk(JSON.parse(encoded.json)), buffers };
}

/** As {@link encode}, as one text: for channels that carry only strings. */
export function encodeText(value: unknown): string {
  const { json, buffers } = encode(value);
  return JSON.stringify({ json, buffers: buffers.map(toBase64) });
}

export function decodeText(text: string): unknown {
  const { json, buffers }: { json: string; buffers: string[] } = JSON.parse(text);
  return decode({ json, buffers: buffers.map(fromBase64) }).value;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
