import type { Scenario } from '../faults';
import { type Refusal, refusal } from '../upgrade';

const OVERLOADED = 'The engine is currently overloaded, please try again later.';
const LOGIN_PAGE = '<html><body>Please log in to use this network</body></html>';

/** Scenarios in which there never is a connection, or late. */
export const REFUSAL_SCENARIOS: readonly Scenario[] = [
  refuse('refuse-400', 'a bad request', refusal(400, 'invalid_value', 'Invalid request.')),
  refuse('refuse-401', 'a wrong key', refusal(401, 'invalid_api_key', 'Incorrect API key provided.')),
  refuse('refuse-401-bare', 'and not a word of why', { status: 401, body: '' }),
  refuse(
    'refuse-403',
    'a forbidden country',
    refusal(403, 'unsupported_country_region_territory', 'Country, region, or territory not supported'),
  ),
  refuse('refuse-403-page', 'a firewall’s page', { status: 403, body: '<html><body>Blocked</body></html>' }),
  refuse(
    'refuse-404',
    'an unknown model',
    refusal(404, 'model_not_found', 'The model does not exist or you do not have access to it.'),
  ),
  refuse('refuse-407', 'a proxy that wants a password', {
    status: 407,
    headers: { 'Proxy-Authenticate': 'Basic realm="proxy"' },
    body: '<html><body>Proxy authentication required</body></html>',
  }),
  refuse('refuse-429', 'too many requests, with the time to wait', {
    ...refusal(429, 'rate_limit_exceeded', 'Rate limit reached. Please try again in 20s.'),
    headers: {
      'Retry-After': '20',
      'x-ratelimit-limit-requests': '60',
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-reset-requests': '20s',
      'x-ratelimit-reset-tokens': '1m3.5s',
    },
  }),
  refuse('refuse-429-ms', 'too many requests, with the time in ms alone', {
    ...refusal(429, 'rate_limit_exceeded', 'Rate limit reached.'),
    headers: { 'retry-after-ms': '1500' },
  }),
  refuse('refuse-429-date', 'too many requests, with a date in the past', {
    ...refusal(429, 'rate_limit_exceeded', 'Rate limit reached.'),
    headers: { 'Retry-After': 'Wed, 21 Oct 2015 07:28:00 GMT' },
  }),
  refuse(
    'refuse-429-bare',
    'too many requests, without the time to wait',
    refusal(429, 'rate_limit_exceeded', 'Rate limit reached.'),
  ),
  refuse(
    'refuse-429-quota',
    'no money left',
    refusal(429, 'insufficient_quota', 'You exceeded your current quota.'),
  ),
  refuse(
    'refuse-500',
    'a server error',
    refusal(500, 'server_error', 'The server had an error while processing your request.'),
  ),
  refuse('refuse-500-bare', 'and not a word of why', { status: 500, body: '' }),
  refuse('refuse-502', 'a gateway in JSON', refusal(502, 'bad_gateway', 'Bad gateway.')),
  refuse('refuse-503', 'an overloaded server', {
    ...refusal(503, 'overloaded', OVERLOADED),
    headers: { 'Retry-After': '5' },
  }),
  refuse('refuse-504', 'a gateway that waited in vain', refusal(504, 'gateway_timeout', 'Gateway timeout.')),
  refuse('refuse-huge', 'a page of 4 MB', {
    status: 503,
    body: `<html>${'x'.repeat(4 * 1024 * 1024)}</html>`,
  }),
  refuse('refuse-html', 'a gateway’s page', {
    status: 502,
    body: '<html><body>502 Bad Gateway</body></html>',
  }),
  refuse('captive-portal', 'the login page of a network', {
    status: 302,
    headers: { Location: 'http://login.example/' },
    body: LOGIN_PAGE,
  }),
  refuse('captive-portal-511', 'a network that says that it wants a login', {
    status: 511,
    body: LOGIN_PAGE,
  }),
  refuse('captive-portal-page', 'the login page of a network in place of the answer', {
    status: 200,
    body: LOGIN_PAGE,
  }),
  refuse('redirect', 'to another server of the protocol', {
    status: 307,
    headers: { Location: 'wss://elsewhere.example/v1/realtime' },
    body: '',
  }),
  {
    name: 'bad-accept',
    description: 'Switches protocols, but not by the rules of WebSocket.',
    answer: [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Accept: bm90IHRoZSByaWdodCBvbmU=',
      '',
      '',
    ].join('\r\n'),
  },
  {
    name: 'not-http',
    description: 'Answers the request to connect in another protocol.',
    answer: 'SSH-2.0-OpenSSH_9.6\r\n',
  },
  {
    name: 'reset-handshake',
    description: 'Breaks the connection instead of answering the request to connect.',
    answer: '',
  },
  {
    name: 'slow-handshake',
    description: 'Answers the request to connect after 3 seconds.',
    handshakeDelayMs: 3_000,
  },
  {
    name: 'no-handshake',
    description: 'Never answers the request to connect.',
    handshakeDelayMs: 86_400_000,
  },
];

function refuse(name: string, why: string, how: Refusal): Scenario {
  return { name, description: `Refuses the connection: ${how.status}, ${why}.`, refusal: how };
}
