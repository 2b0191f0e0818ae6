/** A page with `lines` between its marks `<!-- name: … -->` and `<!-- end of name -->`. */
export function fillIn(page: string, name: string, lines: string): string {
  const marks = new RegExp(`(<!-- ${name}:[^>]*-->\\n)[^]*?(<!-- end of ${name} -->)`);
  if (!marks.test(page)) throw new Error(`the page has no marks for ${name}`);
  return page.replace(marks, (_, start: string, end: string) => `${start}\n${lines}\n\n${end}`);
}
