/**
 * The user's languages as Electron knows them on Linux, the dearest first: GLib reads them from the environment, each with
 * all its shorter forms, and Electron leaves `C` out. Elsewhere Electron asks the system; here the environment holds
 * everywhere, so that a test can say what it wants. Empty where nothing is said.
 */
export function systemLanguages(environment: Readonly<Record<string, string | undefined>>): string[] {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment;
  const value = [LANGUAGE, LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== '') ?? '';
  const forms = value.split(':').flatMap((name) => {
    const [, language = '', territory = '', modifier = ''] =
      /^([^_.@]+)(_[^.@]+)?(?:\.[^@]+)?(@.+)?$/u.exec(name) ?? [];
    return [language + territory + modifier, language + territory, language + modifier, language];
  });
  return [...new Set(forms)]
    .filter((form) => form !== '' && form !== 'C')
    .map((form) => form.replace('_', '-'));
}
