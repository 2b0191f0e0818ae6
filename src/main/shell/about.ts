import { app } from 'electron';
import type { Texts } from '../../texts/texts';

/** Shows the system's own About panel. */
export function showAbout({ licence, credits }: Texts['about']): void {
  app.setAboutPanelOptions({
    applicationName: 'Aloud',
    applicationVersion: app.getVersion(),
    copyright: licence,
    credits,
  });
  app.showAboutPanel();
}
