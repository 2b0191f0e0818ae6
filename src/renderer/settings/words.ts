import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FieldProblem } from '../../preload/settings-contract';
import type { SettingsTexts } from '../../texts/texts';

const WordsContext = createContext<SettingsTexts | null>(null);

/** Gives everything inside it what only the settings window says. */
export const WordsProvider = WordsContext.Provider;

/** What only the settings window says, in the user's language. */
export function useWords(): SettingsTexts {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('A component that says something stands inside a WordsProvider.');
  return words;
}

/** What is wrong with what was typed, as sentences. */
export function problemSentences(problems: readonly FieldProblem[], { faults }: SettingsTexts): string {
  return problems.map(({ fault, limit }) => faults[fault](limit)).join(' ');
}
