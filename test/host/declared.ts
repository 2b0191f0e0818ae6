import { EventEmitter } from 'node:events';

/** The app used something of Electron's API that the host does not have. */
export class NotInHostError extends Error {
  constructor(what: string) {
    super(`Aloud's host does not implement electron.${what}`);
    this.name = 'NotInHostError';
  }
}

// Names that the language, the console and `await` ask of every object.
const ASKED_OF_EVERYTHING = new Set(['then', 'toJSON', 'inspect', 'constructor', '$$typeof', 'nodeType']);

/** What an object of Electron answers to a name that the host does not declare: an error instead of `undefined`. */
function refuseUnknown<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || ASKED_OF_EVERYTHING.has(key) || Reflect.has(object, key)) {
        return Reflect.get(object, key, receiver);
      }
      throw new NotInHostError(`${name}.${key}`);
    },
  });
}

/** A module made of plain functions; reading an undeclared member throws {@link NotInHostError}. */
export function declared<T extends object>(name: string, members: T): T {
  return refuseUnknown(name, members);
}

/**
 * Base of the host's classes. The prototype chain of {@link declaredEvents} ends in a proxy, so that an undeclared member
 * of an instance throws while `this` stays the instance itself (private fields keep working).
 */
export interface DeclaredEmitter extends EventEmitter {}

/**
 * A base class named `name` whose instances emit only `events`. Listening to another event throws: the host would never
 * emit it, and a listener that is never called must not pass for tested.
 */
export function declaredEvents(name: string, events: readonly string[]): new () => DeclaredEmitter {
  const known = new Set([...events, 'newListener', 'removeListener', 'error']);
  class Declared extends EventEmitter {
    constructor() {
      super();
      this.on('newListener', (event: string | symbol) => {
        if (typeof event === 'string' && !known.has(event))
          throw new NotInHostError(`${name}: event ${event}`);
      });
    }
  }
  Object.setPrototypeOf(Declared.prototype, refuseUnknown(name, EventEmitter.prototype));
  return Declared;
}
