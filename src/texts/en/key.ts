import type { KeyView } from '../../preload/contract';
import type { KeyFault } from '../../preload/problem-contract';

export const key = {
  title: 'Your OpenAI key',
  label: 'API key',
  placeholder: 'sk-…',
  show: 'Show the key',
  hide: 'Hide the key',
  whence: 'You find or make one at platform.openai.com, under “API keys”.',
  encrypt: 'Keep it encrypted on this computer',
  thisRunOnly: 'This computer offers no safe place for keys, so Aloud keeps it only until you quit.',
  unknown: 'Aloud keeps it encrypted where this computer allows that, and otherwise only until you quit.',
  save: 'Use this key',
  saving: 'Checking…',
  demo: 'Use the demo voice',
  notTaken: 'Aloud could not take the key. Try again.',
  refused: {
    empty: 'Paste your key first.',
    spaces: 'A key has no spaces or line breaks inside. Copy it again, alone.',
    signs: 'A key has only plain letters, digits and signs. Copy it again, alone.',
    'too-short': 'This is too short for a key. Copy the whole of it.',
    'too-long': 'This is too long for a key. Copy the key alone.',
    'no-server': 'Correct the server’s address in the settings first.',
    'still-stored':
      'The key that is stored could not be removed, so nothing was changed. Check that Aloud’s folder can be written to.',
  } satisfies Record<KeyFault, string>,
  kept: {
    stored: 'Your key is kept, encrypted. Ask away.',
    'this-run': 'Your key is kept until you quit Aloud. Ask away.',
  },
  /** Where the present key is. */
  now: {
    stored: 'A key is kept, encrypted, on this computer. A new one replaces it.',
    'this-run': 'A key is kept until you quit. A new one replaces it.',
    environment: 'For this run, the key from OPENAI_API_KEY is used. A new one replaces it.',
  } satisfies Record<Exclude<KeyView['kind'], 'none'>, string>,
};
