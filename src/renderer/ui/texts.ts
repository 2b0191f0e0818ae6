import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Texts } from '../../texts/texts';

const TextsContext = createContext<Texts | null>(null);

/** Gives everything inside it the texts of one language. */
export const TextsProvider = TextsContext.Provider;

/** All that the page says, in the user's language. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (texts === null) throw new Error('A component that says something stands inside a TextsProvider.');
  return texts;
}
