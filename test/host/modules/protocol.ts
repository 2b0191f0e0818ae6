import type { Protocol } from 'electron';
import { declared } from '../declared';
import type { HostContext } from '../host-context';

type Declared = Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>;

/** electron.protocol. Only schemes registered as standard and secure can be shown: others have no origin here. */
export function createProtocol(host: HostContext): Declared {
  return declared('protocol', {
    registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]) {
      if (host.lifecycle.isReady) {
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      }
      for (const { scheme, privileges } of schemes) {
        if (privileges?.standard !== true || privileges.secure !== true) {
          throw new Error(`Aloud's host needs the scheme ${scheme} to be standard and secure`);
        }
        host.schemes.add(scheme);
      }
    },
    handle(scheme: string, handler: (request: GlobalRequest) => GlobalResponse | Promise<GlobalResponse>) {
      host.lifecycle.requireReady('protocol.handle');
      if (!host.schemes.has(scheme))
        throw new Error(`Aloud's host serves only privileged schemes, not ${scheme}`);
      if (host.schemeHandlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      host.schemeHandlers.set(scheme, handler);
    },
    unhandle: (scheme: string) => void host.schemeHandlers.delete(scheme),
    isProtocolHandled: (scheme: string) => host.schemeHandlers.has(scheme),
  });
}
