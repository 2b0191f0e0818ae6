import { IconButton } from '../ui/controls';
import { CloseIcon, InfoIcon } from '../ui/icons';
import { useTexts } from '../ui/texts';

/** A remark that is no failure. */
export function Notice({ text, onClose }: { text: string; onClose: () => void }) {
  const { controls } = useTexts();
  return (
    <div class="notice">
      <InfoIcon />
      <p>{text}</p>
      <IconButton label={controls.dismissThis(text)} onClick={onClose}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}
