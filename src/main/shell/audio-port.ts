import type { MessagePortMain, WebContents } from 'electron';
import { MessageChannelMain } from 'electron';
import type { AudioPortChannel } from '../../preload/contract';
import type { AudioPort } from '../audio/port';

const CHANNEL: AudioPortChannel = 'audio-port';

/** Opens a new port to a page's player: one end goes to the page, the other comes back. */
export function openAudioPort(page: Pick<WebContents, 'postMessage'>): AudioPort {
  const { port1, port2 } = new MessageChannelMain();
  page.postMessage(CHANNEL, null, [port2]);
  return adapt(port1);
}

function adapt(port: MessagePortMain): AudioPort {
  return {
    // Electron copies the sound here: between processes a buffer cannot be transferred.
    postMessage: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', (event) => listener(event.data));
      // Messages wait in the port until it is started, so none is lost before there is a listener.
      port.start();
    },
    onClose: (listener) => {
      port.on('close', listener);
    },
    close: () => port.close(),
  };
}
