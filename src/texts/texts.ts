import type { en } from './en';

/** What every language has to say: the keys of English, with the same parameters. */
export type Texts = typeof en;
