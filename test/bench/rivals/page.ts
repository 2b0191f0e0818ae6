/** What is the same in both rivals: a browser's WebSocket on the page's main thread, a field, Enter and Escape. */

export interface Heard {
  item: string;
  /** What the player says it has played, ms. */
  ms: number;
}

export interface RivalPlayer {
  /** Resolves when sound can be played. */
  connect(): Promise<void>;
  /** A delta of an item, decoded. */
  add(item: string, pcm: ArrayBuffer): void;
  /** Silence. The position as the player reports it, null if it has none. */
  interrupt(): Promise<Heard | null>;
}

interface ServerEvent {
  type: string;
  item_id?: string;
  delta?: string;
}

/** Sets `document.title` to `ready` once it can be asked. The server's address is the query's `url`. */
export async function run(player: RivalPlayer): Promise<void> {
  const url = new URLSearchParams(location.search).get('url') ?? '';
  const prompt = document.querySelector('input');
  await player.connect();
  const socket = new WebSocket(url, ['realtime']);
  const send = (event: Record<string, unknown>) => socket.send(JSON.stringify(event));
  let asked = false;

  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as ServerEvent;
    if (event.type === 'session.created') {
      send({
        type: 'session.update',
        session: {
          type: 'realtime',
          output_modalities: ['audio'],
          audio: { output: { format: { type: 'audio/pcm', rate: 24_000 } } },
        },
      });
    }
    if (event.type === 'session.updated') document.title = 'ready';
    if (event.type === 'response.output_audio.delta' && event.item_id && event.delta) {
      player.add(event.item_id, base64ToArrayBuffer(event.delta));
    }
  });

  const interrupt = async () => {
    const heard = await player.interrupt();
    if (!heard) return;
    send({ type: 'response.cancel' });
    send({
      type: 'conversation.item.truncate',
      item_id: heard.item,
      content_index: 0,
      audio_end_ms: Math.floor(heard.ms),
    });
  };

  prompt?.addEventListener('keydown', async (event) => {
    if (event.key === 'Escape') await interrupt();
    if (event.key !== 'Enter') return;
    const text = prompt.value;
    prompt.value = '';
    if (asked) await interrupt();
    asked = true;
    const content = [{ type: 'input_text', text }];
    send({ type: 'conversation.item.create', item: { type: 'message', role: 'user', content } });
    send({ type: 'response.create' });
  });
  prompt?.focus();
}

/** As the console's own client does it. */
function base64ToArrayBuffer(base64: string): ArrayBuffer {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes.buffer;
}
