/** What the assistant is told of its surroundings where a test does not care: nothing unforeseen, and a network. */
export const CALM_SURROUNDINGS = {
  random: () => 0,
  wallNow: () => 0,
  isLocal: () => false,
  idleCloseMs: () => 5 * 60_000,
};
