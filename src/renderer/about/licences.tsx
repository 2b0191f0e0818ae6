import type { ComponentChildren, RefObject } from 'preact';
import type { Part } from '../../preload/about-contract';
import { ChevronIcon } from '../ui/icons';
import { useTexts } from '../ui/texts';
import { findParts } from './search';

interface LicencesProps {
  parts: readonly Part[];
  query: string;
  onQuery: (query: string) => void;
  /** The search field. */
  search: RefObject<HTMLInputElement | null>;
  /** What stands beside the heading. */
  children: ComponentChildren;
}

/** All that ships, each with its licence in full. */
export function Licences({ parts, query, onQuery, search, children }: LicencesProps) {
  const { about: texts } = useTexts();
  const found = findParts(parts, query);
  return (
    <section aria-labelledby="licences">
      <header class="section-head">
        <h2 id="licences">{texts.licences}</h2>
        {children}
      </header>
      <p class="section-lead">{texts.licencesLead}</p>
      <search class="search">
        <input
          ref={search}
          class="field"
          type="search"
          spellcheck={false}
          autocomplete="off"
          aria-label={texts.search}
          placeholder={texts.search}
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
        <p class="search-found" role="status">
          {query.trim() !== '' &&
            (found.length === 0 ? texts.noneFound : texts.found(found.length, parts.length))}
        </p>
      </search>
      {found.length > 0 && (
        <ul class="parts">
          {found.map((part) => (
            <li key={`${part.name} ${part.version}`}>
              <Licence part={part} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Closed at first: the texts are long. */
function Licence({ part }: { part: Part }) {
  return (
    <details>
      <summary>
        <ChevronIcon />
        <span class="part-name">
          <bdi>
            <b>{part.name}</b> {part.version}
          </bdi>
        </span>
        <bdi class="part-licence">{part.licence}</bdi>
      </summary>
      {/* As its authors wrote it. */}
      <pre lang="en" dir="ltr">
        {part.text}
      </pre>
    </details>
  );
}
