/** What is told of updates. Types only. */

/** Who else takes care of updates, or what is in their way. */
export type UpdateObstacle =
  /** It runs from a developer's folder. */
  | 'not-installed'
  /** The system's own package manager owns the files. */
  | 'deb'
  | 'rpm'
  | 'homebrew'
  /** The files are not where Aloud's own installer puts them: whatever put them there owns them. */
  | 'owned'
  /** macOS runs it from a disk image or from where it was downloaded to. */
  | 'not-moved'
  /** The user may not change the files. */
  | 'read-only'
  /** It was built without a place to look at. */
  | 'no-feed'
  /** Windows: it is not signed, so an update's signature could be compared with nothing. */
  | 'unsigned';

export type UpdateFailure =
  | 'network'
  /** Nothing was found at the place to look at. */
  | 'not-published'
  /** It is not what was announced, or not signed by whoever signed this Aloud. It was thrown away. */
  | 'not-genuine'
  /** It could not be written. */
  | 'disk'
  | 'stalled'
  | 'unknown';

export type UpdateView =
  /** Nobody has looked yet. */
  | { kind: 'idle' }
  /** It will be looked for, or fetched, when the speech is over. */
  | { kind: 'waiting' }
  | { kind: 'looking' }
  /** `percent` in steps of ten. */
  | { kind: 'downloading'; version: string; percent: number }
  /** It is installed when Aloud ends or is told to start anew. */
  | { kind: 'ready'; version: string }
  /** This is the newest version. */
  | { kind: 'none' }
  | { kind: 'failed'; failure: UpdateFailure }
  | { kind: 'unavailable'; obstacle: UpdateObstacle };
