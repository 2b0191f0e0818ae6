import type { ComponentChildren } from 'preact';

/** A 20 px line icon in the colour of the text around it. Decoration: the control that holds it has the name. */
function LineIcon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** A loudspeaker with one wave for each half of the volume, and none for silence. `volume` is 0 to 1. */
export const SpeakerIcon = ({ volume }: { volume: number }) => (
  <LineIcon>
    <path class="icon-solid" d="M3 7.8h2.6L10 4.2v11.6l-4.4-3.6H3z" />
    {volume > 0 && <path d="M12.8 7.4a3.6 3.6 0 0 1 0 5.2" />}
    {volume > 0.5 && <path d="M15 5.2a6.8 6.8 0 0 1 0 9.6" />}
  </LineIcon>
);

export const SpeakerOffIcon = () => (
  <LineIcon>
    <path class="icon-solid" d="M3 7.8h2.6L10 4.2v11.6l-4.4-3.6H3z" />
    <path d="m13 8 4 4m0-4-4 4" />
  </LineIcon>
);

export const PauseIcon = () => (
  <LineIcon>
    <path d="M7.2 5.2v9.6M12.8 5.2v9.6" stroke-width="2.6" />
  </LineIcon>
);

export const PlayIcon = () => (
  <LineIcon>
    <path class="icon-solid" d="m7 5 8 5-8 5z" />
  </LineIcon>
);

/** An arrow that goes back to where it began. */
export const AgainIcon = () => (
  <LineIcon>
    <path d="M4.3 11.2a5.8 5.8 0 1 0 1.6-5.3L3.8 8" />
    <path d="M3.8 4.4V8h3.6" />
  </LineIcon>
);

/** An empty speech bubble and a plus: nothing was said in it yet. */
export const NewIcon = () => (
  <LineIcon>
    <path d="M9.5 4H6.6A3.6 3.6 0 0 0 3 7.6v3.6a3.6 3.6 0 0 0 3.6 3.6H7v2.6l3.4-2.6h2.5a3.6 3.6 0 0 0 3.6-3.6v-.7" />
    <path d="M14.8 2.8v5.4M12.1 5.5h5.4" />
  </LineIcon>
);

export const CloseIcon = () => (
  <LineIcon>
    <path d="m5.5 5.5 9 9m0-9-9 9" />
  </LineIcon>
);

export const EyeIcon = () => (
  <LineIcon>
    <path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5z" />
    <circle cx="10" cy="10" r="2.3" />
  </LineIcon>
);

export const EyeOffIcon = () => (
  <LineIcon>
    <path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5z" />
    <path d="m4 16.5 12-13" />
  </LineIcon>
);

export const AlertIcon = () => (
  <LineIcon>
    <circle cx="10" cy="10" r="7.2" />
    <path d="M10 6.2v4.6M10 13.6v.1" />
  </LineIcon>
);

export const InfoIcon = () => (
  <LineIcon>
    <circle cx="10" cy="10" r="7.2" />
    <path d="M10 9.2v4.6M10 6.4v.1" />
  </LineIcon>
);

export const DownIcon = () => (
  <LineIcon>
    <path d="M10 4.5v11m-4.5-4.5 4.5 4.5 4.5-4.5" />
  </LineIcon>
);
