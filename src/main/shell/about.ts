import { app } from 'electron';

/** Shows the system's own About panel. */
export function showAbout(): void {
  app.setAboutPanelOptions({
    applicationName: 'Aloud',
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence',
    credits: 'Type a question anywhere, press Enter, hear the answer.',
  });
  app.showAboutPanel();
}
