import { useId, useRef, useState } from 'preact/hooks';
import type { DesktopName, DesktopShortcuts } from '../../preload/hotkey-contract';
import { CopyButton } from '../ui/copy-button';
import { useTabStop } from '../ui/tab-stop';
import { SelectBox } from './parts/choices';
import { Row, rowIds } from './parts/row';
import { useWords } from './words';

/** Their own names, the same in every language. */
const NAMES: Readonly<Record<DesktopName, string>> = {
  gnome: 'GNOME',
  kde: 'KDE Plasma',
  hyprland: 'Hyprland',
  sway: 'Sway',
};

/** Linux: the desktop itself can open Aloud at a key. Ready lines for a terminal, one for each desktop. */
export function DesktopCommands({ shortcuts }: { shortcuts: DesktopShortcuts }) {
  const ids = rowIds(useId());
  const text = useWords().desktop;
  const [chosen, setChosen] = useState<DesktopName | null>(null);
  const { commands, wayland } = shortcuts;
  const shown = commands.find(({ desktop }) => desktop === chosen) ?? commands[0];
  if (shown === undefined) return null;
  return (
    <details class="group" open={wayland}>
      <summary class="group-title">{text.title}</summary>
      <div class="group-card">
        <p class="group-lead">{wayland ? text.onWayland : text.elsewhere}</p>
        <Row ids={ids} label={text.desktop}>
          <SelectBox
            id={ids.control}
            value={shown.desktop}
            options={commands.map(({ desktop }) => ({ value: desktop, label: NAMES[desktop] }))}
            onChoose={setChosen}
          />
        </Row>
        <div class="command">
          <CommandText command={shown.command} />
          <CopyButton text={shown.command} />
        </div>
        <p class="group-lead">{text.after[shown.desktop]}</p>
      </div>
    </details>
  );
}

/** Long ones are scrolled, by keyboard, too. */
function CommandText({ command }: { command: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLElement>(null);
  useTabStop(scroller, content);
  return (
    <div ref={scroller} class="command-text">
      <code ref={content}>{command}</code>
    </div>
  );
}
