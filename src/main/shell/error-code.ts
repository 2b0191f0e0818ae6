/** What the system calls a failure, e.g. `EACCES` (pure): its message may hold a path or worse. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
