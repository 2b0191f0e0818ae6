import { nativeTheme } from 'electron';

/** The pages' --surface, lest a window shows another colour before its page does. */
export function surface(): string {
  return nativeTheme.shouldUseDarkColors ? '#17171f' : '#fffefb';
}
