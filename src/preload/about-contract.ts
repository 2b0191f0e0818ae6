/** What About is shown, and what it may ask of main beyond `contract.ts`. Types only. */
import type { Language, Snapshot } from './contract';

/** Something that ships, with its licence. */
export interface Part {
  name: string;
  version: string;
  /** By SPDX. */
  licence: string;
  /** The licence in full, as its authors wrote it. */
  text: string;
}

/** What Aloud runs on. */
export interface RuntimeView {
  electron: string;
  chromium: string;
  node: string;
  /** The system by its own names, e.g. `Ubuntu 24.04 LTS, Linux 6.8.0 (x64), GNOME, Wayland`. */
  system: string;
}

export interface AboutView {
  language: Language;
  platform: Snapshot['platform'];
  version: string;
  runtime: RuntimeView;
  /** Aloud itself, then the others by name. */
  parts: readonly Part[];
  /** Whether the licences of Chromium are there, as a file of Electron's. */
  hasChromiumLicences: boolean;
}

export interface AboutInvocations {
  getAbout: () => AboutView;
  /** Opens About, or brings it to the front. */
  openAbout: () => void;
  /** Opens the licences of Chromium in the system's own program. */
  openChromiumLicences: () => void;
  closeAbout: () => void;
}
