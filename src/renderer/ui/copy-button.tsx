import { useEffect, useState } from 'preact/hooks';
import { useTexts } from './texts';

/** For so long the button says that it did, ms. */
const SAID_MS = 2_000;

interface CopyButtonProps {
  text: string;
  /** What it says until it did; “Copy” where it stands right beside what is copied. */
  label?: string;
}

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { problem } = useTexts();
  const [done, setDone] = useState(false);

  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [done]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
    } catch {
      // Without leave to write there, the text beside the button can still be selected.
      setDone(false);
    }
  }

  return (
    <>
      <button type="button" class="button" onClick={copy}>
        {done ? problem.copied : (label ?? problem.copy)}
      </button>
      <span class="told" role="status">
        {done && problem.copied}
      </span>
    </>
  );
}
