import { IconButton } from '../ui/controls';
import { CloseIcon, InfoIcon } from '../ui/icons';
import { texts } from '../ui/texts';

/** A remark that is no failure. */
export function Notice({ text, onClose }: { text: string; onClose: () => void }) {
  return (
    <div class="notice">
      <InfoIcon />
      <p>{text}</p>
      <IconButton label={`${texts.controls.dismiss}: ${text}`} onClick={onClose}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}
