import type { ProfileView } from '../../preload/settings-contract';

/** The server that a service is at, as one recognises it. */
export function serverName(profile: ProfileView): string {
  switch (profile.kind) {
    case 'openai':
      return 'api.openai.com';
    case 'azure':
      return hostOf(profile.resource);
    case 'compatible':
      return hostOf(profile.url);
    default:
      return profile satisfies never;
  }
}

function hostOf(address: string): string {
  const url = address.includes('://') ? address : `https://${address}`;
  return URL.canParse(url) ? new URL(url).host : address;
}
