import type { Scenario } from '../faults';
import { type Refusal, refusal } from '../upgrade';

/** Scenarios in which there never is a connection. */
export const REFUSAL_SCENARIOS: readonly Scenario[] = [
  refuse('refuse-401', 'a wrong key', refusal(401, 'invalid_api_key', 'Incorrect API key provided.')),
  refuse(
    'refuse-403',
    'a forbidden country',
    refusal(403, 'unsupported_country_region_territory', 'Country, region, or territory not supported'),
  ),
  refuse(
    'refuse-404',
    'an unknown model',
    refusal(404, 'model_not_found', 'The model does not exist or you do not have access to it.'),
  ),
  refuse('refuse-429', 'too many requests', {
    ...refusal(429, 'rate_limit_exceeded', 'Rate limit reached. Please try again in 20s.'),
    headers: { 'Retry-After': '20', 'x-ratelimit-reset-requests': '20s' },
  }),
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
  refuse('refuse-503', 'an overloaded server', {
    ...refusal(503, 'overloaded', 'The engine is currently overloaded, please try again later.'),
    headers: { 'Retry-After': '5' },
  }),
  refuse('refuse-html', 'a gateway’s page', {
    status: 502,
    body: '<html><body>502 Bad Gateway</body></html>',
  }),
  refuse('captive-portal', 'the login page of a network', {
    status: 302,
    headers: { Location: 'http://login.example/' },
    body: '<html><body>Please log in</body></html>',
  }),
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
