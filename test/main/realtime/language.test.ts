import { describe, expect, it } from 'vitest';
import { Language } from '../../../src/main/realtime/language';

describe('Language', () => {
  it('tells silence, other events and noise from each other', () => {
    const language = new Language();
    expect(language.insteadOfGreeting).toBe('session-timeout');
    language.heard();
    expect(language.insteadOfGreeting).toBe('not-a-realtime-server');
    language.malformed();
    expect(language.insteadOfGreeting).toBe('garbage');
    language.understood();
    expect(language.insteadOfGreeting).toBe('not-a-realtime-server');
  });

  it('has had enough of ten frames of garbage in a row', () => {
    const language = new Language();
    const nine = Array.from({ length: 9 }, () => language.malformed());
    expect(nine).not.toContain(true);
    language.understood();
    const nineMore = Array.from({ length: 9 }, () => language.malformed());
    expect(nineMore).not.toContain(true);
    expect(language.malformed()).toBe(true);
  });
});
