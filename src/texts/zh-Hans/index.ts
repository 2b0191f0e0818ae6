import type { Texts } from '../texts';
import { key } from './key';
import { keyNames } from './key-names';
import { device, hotkey, notice } from './notices';
import { answer, connection, controls, hints, prompt, said, source, welcome } from './popup';
import { problem, sentences } from './problems';
import { about, start, voiceSample, windows } from './program';
import { output, tray } from './tray';
import { updates } from './updates';

/** Simplified Chinese. Spaces beside Latin words are the page's to draw. */
export const zhHans: Texts = {
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
  failed: 'Aloud无法完成此操作。请重试，或从托盘打开日志。',
  paragraph: (sentences) => sentences.join(''),
};
