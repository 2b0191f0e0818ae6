/**
 * What a page may do by itself, as its Content-Security-Policy: load our own scripts, styles, pictures and fonts. It talks
 * to nobody except main, and no text becomes HTML or code: Trusted Types are demanded, and none of our files makes one.
 * Each page holds this in a `<meta>`, too (`scripts/page-policy.ts`), so that it goes wherever the page goes.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** On every response. Who may show a page in a frame can only be said there. */
export const RESPONSE_POLICY = `${PAGE_POLICY}; frame-ancestors 'none'`;
