import type { Texts } from '../texts';
import { key } from './key';
import { keyNames } from './key-names';
import { device, hotkey, notice } from './notices';
import { answer, connection, controls, hints, prompt, said, source, welcome } from './popup';
import { problem, sentences } from './problems';
import { about, start, voiceSample, windows } from './program';
import { output, tray } from './tray';
import { updates } from './updates';

/** French, with the polite vous. */
export const fr: Texts = {
  prompt,
  answer,
  said,
  connection,
  source,
  controls,
  hints,
  welcome,
  key,
  keyNames,
  problem,
  sentences,
  device,
  hotkey,
  notice,
  output,
  tray,
  updates,
  about,
  start,
  windows,
  voiceSample,
  failed: 'Aloud n’a pas pu faire cela. Réessayez, ou ouvrez le journal depuis l’icône d’Aloud.',
  paragraph: (sentences) => sentences.join(' '),
};
