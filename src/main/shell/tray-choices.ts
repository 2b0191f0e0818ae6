import type { OutputView, Snapshot } from '../../preload/contract';
import type { Texts } from '../../texts/texts';
import { menuLabel } from './menu-label';
import { outputChoices } from './output-menu';
import type { TrayOption } from './tray-menu';

/** The voices that can be chosen from, and the one that speaks. A name that is not in the list may be typed in. */
export interface VoiceChoice {
  names: readonly string[];
  chosen: string;
}

/** Per cent, loudest first. */
const VOLUMES = [100, 75, 50, 25] as const;
/** How many earlier prompts the menu offers: more would not be looked through. */
export const MOST_RECENT = 10;

/** The nearest one is checked; the louder of two that are equally near (pure). */
export function volumeOptions(volume: number, texts: Texts['tray']): TrayOption[] {
  const distance = (percent: number): number => Math.abs(percent - volume * 100);
  const nearest = VOLUMES.reduce((best, each) => (distance(each) < distance(best) ? each : best));
  return VOLUMES.map((percent) => ({
    id: `volume-${percent}`,
    label: texts.percent(percent),
    checked: percent === nearest,
    command: { kind: 'volume', volume: percent / 100 },
  }));
}

/** Devices are numbered: their own ids may be anything (pure). */
export function outputOptions(output: OutputView, texts: Texts['output']): TrayOption[] {
  return outputChoices(output, texts).map(({ label, checked, id }, index) => ({
    id: `output-${index}`,
    label,
    checked,
    command: id === undefined ? null : { kind: 'output', id },
  }));
}

/** A voice that somebody typed in stands below the known ones (pure). */
export function voiceOptions({ names, chosen }: VoiceChoice): TrayOption[] {
  const all = names.includes(chosen) ? names : [...names, chosen];
  return all.map((voice, index) => ({
    id: `voice-${index}`,
    label: menuLabel(voice.charAt(0).toUpperCase() + voice.slice(1)) ?? '?',
    checked: voice === chosen,
    command: { kind: 'voice', voice },
  }));
}

/** The newest earlier prompts, newest first; `checked` is null: each is asked again, none holds (pure). */
export function recentOptions(prompts: Snapshot['recentPrompts']): TrayOption[] {
  return prompts.slice(0, MOST_RECENT).map((prompt, index) => ({
    id: `recent-${index}`,
    label: menuLabel(prompt) ?? '?',
    checked: null,
    command: { kind: 'ask-again', prompt },
  }));
}
