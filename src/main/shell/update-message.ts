import type { UpdateView } from '../../preload/update-contract';
import type { Texts } from '../../texts/texts';

/** What the user is told who asked for updates, and may answer. */
export interface UpdateMessage {
  title: string;
  detail: string;
  /** The last one does nothing. */
  buttons: string[];
  /** Whether the first one starts Aloud anew with the update. */
  canInstall: boolean;
}

/** What to tell about `view`, or null where there is nothing to tell yet (pure). `version` is the present one. */
export function updateMessage(
  view: UpdateView,
  version: string,
  { newest, ready, failed, unavailable, ok }: Texts['updates'],
): UpdateMessage | null {
  const told = (title: string, detail: string): UpdateMessage => ({
    title,
    detail,
    buttons: [ok],
    canInstall: false,
  });
  switch (view.kind) {
    case 'idle':
    case 'waiting':
    case 'looking':
    case 'downloading':
      return null;
    case 'none':
      return told(newest.title, newest.detail(version));
    case 'ready':
      return {
        title: ready.title(view.version),
        detail: ready.detail,
        buttons: [ready.install, ready.later],
        canInstall: true,
      };
    case 'failed':
      return told(failed.title, failed[view.failure]);
    case 'unavailable':
      return told(unavailable.title, unavailable[view.obstacle]);
    default:
      return view satisfies never;
  }
}
