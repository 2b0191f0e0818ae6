/**
 * The AppImage that this program runs from, absolute, or null when it runs from none (pure). An AppImage is mounted at
 * APPDIR for as long as it runs, and says in APPIMAGE where it lies itself. What it starts inherits both, so they count
 * only for a program in that very mount. `realPath` follows links, as the system did for `execPath`.
 */
export function appImageOf(
  execPath: string,
  environment: Readonly<Record<string, string | undefined>>,
  realPath: (path: string) => string,
): string | null {
  const { APPIMAGE, APPDIR } = environment;
  if (APPIMAGE === undefined || !APPIMAGE.startsWith('/')) return null;
  if (APPDIR === undefined || !APPDIR.startsWith('/')) return null;
  const mount = realPath(APPDIR).replace(/\/+$/u, '');
  return execPath.startsWith(`${mount}/`) ? APPIMAGE : null;
}
