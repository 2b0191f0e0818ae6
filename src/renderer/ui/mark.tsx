export type MarkMood = 'calm' | 'busy' | 'speaking' | 'bad';

/** Aloud's mark: a speech bubble that holds sound. The same drawing as `assets/icon.svg`. */
export function Mark({ mood }: { mood: MarkMood }) {
  return (
    <svg class="mark" data-mood={mood} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        class="mark-bubble"
        d="M10 3.5h12a7.5 7.5 0 0 1 7.5 7.5v7a7.5 7.5 0 0 1-7.5 7.5h-7.2l-5.9 4.2c-.8.6-1.9 0-1.9-1v-3.9A7.5 7.5 0 0 1 2.5 18v-7A7.5 7.5 0 0 1 10 3.5z"
      />
      <path class="mark-bars" d="M10 12v5M16 8.5v12M22 11v7" />
    </svg>
  );
}
