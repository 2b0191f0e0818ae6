import type { HotkeyView, Snapshot } from '../../preload/contract';
import { acceleratorKeys } from '../ui/accelerator';
import { Button, Keys } from '../ui/controls';
import { useTexts } from '../ui/texts';

interface WelcomeCardProps {
  hotkey: HotkeyView | null;
  platform: Snapshot['platform'];
  /** The user has asked something already: the card keeps out of the answer's way. */
  compact: boolean;
  onAddKey: () => void;
  onDemo: () => void;
}

/** The first run's choice between a key and the demo voice. It stands under a prompt that works already. */
export function WelcomeCard({ hotkey, platform, compact, onAddKey, onDemo }: WelcomeCardProps) {
  const texts = useTexts();
  return (
    <section class="card welcome" data-compact={compact} aria-label={texts.welcome.title}>
      <div class="card-body">
        {!compact && (
          <div class="card-head">
            <h2 class="card-title">{texts.welcome.title}</h2>
            {hotkey?.kind === 'active' && (
              <p class="card-aside">
                <Keys keys={acceleratorKeys(hotkey.accelerator, platform, texts.keyNames)} />{' '}
                {texts.hotkey.opens}
              </p>
            )}
          </div>
        )}
        <p class="card-text">{compact ? texts.welcome.compact : texts.welcome.text}</p>
        <div class="card-actions">
          <Button kind="primary" onClick={onAddKey}>
            {texts.welcome.addKey}
          </Button>
          <Button onClick={onDemo}>{texts.welcome.demo}</Button>
        </div>
      </div>
    </section>
  );
}
