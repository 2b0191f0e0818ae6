import type { Notice } from '../preload/problem-contract';
import type { Texts } from './texts';

/** A remark of main's, as the user reads it. */
export function noticeText(notice: Notice, { notice: texts }: Pick<Texts, 'notice'>): string {
  switch (notice.kind) {
    case 'file':
      return notice.aside === null
        ? texts.notSetAside(notice.file, notice.fault)
        : texts.setAside(notice.file, notice.fault, notice.aside);
    case 'key-locked':
      return texts.keyLocked;
    case 'key-damaged':
      return texts.keyDamaged;
    case 'outgrown':
      return texts.outgrown;
    case 'untold':
      return texts.untold;
  }
}
