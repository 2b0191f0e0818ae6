/**
 * Which of an answer's words have been heard (pure).
 *
 * The server interleaves words with sound. Every piece of text is marked with the frames that had come when it came,
 * so its words lie, near enough, between that mark and the next one.
 */
export interface TranscriptMark {
  /** Length of the text before this piece, UTF-16 code units. */
  from: number;
  /** Frames received for the answer before this piece. */
  frames: number;
}

export interface Transcript {
  text: string;
  marks: readonly TranscriptMark[];
}

export const emptyTranscript: Transcript = { text: '', marks: [] };

/** Adds a piece of text that came when `frames` frames of the answer had been received. */
export function addWords(transcript: Transcript, delta: string, frames: number): Transcript {
  if (delta === '') return transcript;
  const last = transcript.marks.at(-1);
  // Pieces that came at the same frame are one stretch: their order says nothing about time.
  const marks =
    last !== undefined && last.frames >= frames
      ? transcript.marks
      : [...transcript.marks, { from: transcript.text.length, frames }];
  return { text: transcript.text + delta, marks };
}

/**
 * How much of the text has been heard, in UTF-16 code units, snapped back to the end of a whole word.
 *
 * `played` and `received` are frames of the whole answer. All of the text is heard only when the answer `ended` and
 * everything received was played: before that, words may be waiting for sound that is still to come.
 */
export function heardLength(
  transcript: Transcript,
  played: number,
  received: number,
  ended: boolean,
): number {
  const { text, marks } = transcript;
  if (ended && played >= received) return text.length;
  if (played <= 0) return 0;
  let index = marks.length - 1;
  while (index >= 0 && (marks[index]?.frames ?? 0) > played) index -= 1;
  const mark = marks[index];
  if (mark === undefined) return 0;
  const next = marks[index + 1];
  const endText = next?.from ?? text.length;
  const endFrames = Math.max(next?.frames ?? received, mark.frames + 1);
  const share = Math.min(1, (played - mark.frames) / (endFrames - mark.frames));
  return wordEnd(text, mark.from + Math.floor((endText - mark.from) * share));
}

/** Scripts that are written without spaces: there every character may end a word. */
const UNSPACED =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}/u;

/** The end of the last whole word at or before `index`; never inside a surrogate pair. */
function wordEnd(text: string, index: number): number {
  for (let end = Math.min(index, text.length); end > 0; end -= 1) {
    const next = text.charAt(end);
    if (next === '' || /\s/u.test(next)) return end;
    if (UNSPACED.test(text.charAt(end - 1))) return end;
  }
  return 0;
}
