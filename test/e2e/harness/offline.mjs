/**
 * Loaded into the app under test, and into its workers, before their own code (which is why this is no TypeScript):
 * names of other machines are not found. A key that a test enters stays on this machine, and with or without internet
 * the same is tested.
 */
import dns from 'node:dns';

const HERE = /^(?:(?:.+\.)?localhost|127\.[\d.]+|::1)$/u;
const { lookup } = dns;

dns.lookup = Object.assign((...args) => {
  const [hostname] = args;
  const done = args.at(-1);
  if (HERE.test(String(hostname)) || typeof done !== 'function') return lookup(...args);
  const message = `getaddrinfo ENOTFOUND ${hostname}`;
  process.nextTick(
    done,
    Object.assign(new Error(message), { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname }),
  );
}, lookup);
