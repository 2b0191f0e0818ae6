/**
 * The longest text, in UTF-16 code units, that passes the door at all. Smaller limits, such as that of a prompt, have
 * answers of their own and are the handlers' business; this one only keeps nonsense from being worked on.
 */
export const LONGEST_TEXT = 1_000_000;
