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

/** Two sliders: what can be set. */
export const SettingsIcon = () => (
  <LineIcon>
    <path d="M3 6.6h7.6m4.8 0H17M3 13.4h1.6m4.8 0H17" />
    <circle cx="13" cy="6.6" r="2.3" />
    <circle cx="7" cy="13.4" r="2.3" />
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

export const PersonIcon = () => (
  <LineIcon>
    <circle cx="10" cy="6.8" r="3.2" />
    <path d="M3.8 16.4c.6-3.2 3-5 6.2-5s5.6 1.8 6.2 5" />
  </LineIcon>
);

/** A speech bubble with sound in it. */
export const VoiceIcon = () => (
  <LineIcon>
    <path d="M6.6 3.4h6.8A3.6 3.6 0 0 1 17 7v3.8a3.6 3.6 0 0 1-3.6 3.6h-3L7 17v-2.6h-.4A3.6 3.6 0 0 1 3 10.8V7a3.6 3.6 0 0 1 3.6-3.6z" />
    <path d="M7 8.2v1.6M10 6.8v4.4M13 8.2v1.6" />
  </LineIcon>
);

export const KeyboardIcon = () => (
  <LineIcon>
    <rect x="2.4" y="5" width="15.2" height="10" rx="2" />
    <path d="M5.4 8.2h.1m3 0h.1m3 0h.1m3 0h.1M6.6 11.8h6.8" />
  </LineIcon>
);

export const PlusIcon = () => (
  <LineIcon>
    <path d="M10 4.5v11M4.5 10h11" />
  </LineIcon>
);

export const CheckIcon = () => (
  <LineIcon>
    <path d="m4.5 10.5 3.7 3.7 7.3-8" />
  </LineIcon>
);

export const ChevronIcon = () => (
  <LineIcon>
    <path d="m6 8 4 4 4-4" />
  </LineIcon>
);

export const LockIcon = () => (
  <LineIcon>
    <rect x="4.2" y="8.8" width="11.6" height="7.6" rx="2" />
    <path d="M6.8 8.8V6.6a3.2 3.2 0 0 1 6.4 0v2.2" />
  </LineIcon>
);

/** A sandglass: kept for a while. */
export const ForNowIcon = () => (
  <LineIcon>
    <path d="M5.4 3.4h9.2M5.4 16.6h9.2M6.6 3.4v2.2c0 2 3.4 3 3.4 4.4s-3.4 2.4-3.4 4.4v2.2M13.4 3.4v2.2c0 2-3.4 3-3.4 4.4s3.4 2.4 3.4 4.4v2.2" />
  </LineIcon>
);

export const StopIcon = () => (
  <LineIcon>
    <rect class="icon-solid" x="5.6" y="5.6" width="8.8" height="8.8" rx="1.4" />
  </LineIcon>
);
