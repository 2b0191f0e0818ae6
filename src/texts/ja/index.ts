import type { Texts } from '../texts';
import { key } from './key';
import { keyNames } from './key-names';
import { device, hotkey, notice } from './notices';
import { answer, connection, controls, hints, prompt, said, source, welcome } from './popup';
import { problem, sentences } from './problems';
import { about, start, voiceSample, windows } from './program';
import { output, tray } from './tray';
import { updates } from './updates';

/** Japanese: sentences in the polite form, nouns on buttons. Spaces beside Latin words are the page's to draw. */
export const ja: Texts = {
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
  failed: '実行できませんでした。もう一度お試しください。ログはトレイから開けます。',
  paragraph: (sentences) => sentences.join(''),
};
