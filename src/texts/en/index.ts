import { key } from './key';
import { keyNames } from './key-names';
import { device, hotkey, notice } from './notices';
import { answer, connection, controls, hints, prompt, said, source, welcome } from './popup';
import { problem, sentences } from './problems';
import { about, start, voiceSample, windows } from './program';
import { output, tray } from './tray';
import { updates } from './updates';

/** All that a user reads, in English: the source of the other languages, which have the same keys. */
export const en = {
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
  /** A wish that did not reach main. */
  failed: 'Aloud could not do that. Try again, or open the log from the tray.',
  /** Sentences that stand together. */
  paragraph: (sentences: readonly string[]) => sentences.join(' '),
};
