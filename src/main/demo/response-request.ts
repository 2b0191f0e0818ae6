import type { ResponseRequest } from './protocol/client-events';
import { isRecord } from './protocol/events';
import { type Item, parseItem } from './protocol/items';
import type { Memory } from './protocol/memory';
import { RequestError } from './protocol/request-error';
import type { Modality } from './protocol/session-config';

/** What a `response.create` wants to get, else what the session is set to. Throws a RequestError. */
export function modalityOf(request: ResponseRequest, session: Modality): Modality {
  const both = request.output_modalities;
  if (both?.length === 2) {
    throw new RequestError({
      code: 'invalid_value',
      message: "Invalid modalities: ['audio', 'text']. Supported combinations are: ['text'] and ['audio'].",
      param: 'response.output_modalities',
    });
  }
  const asked = both ?? request.modalities;
  if (asked == null) return session;
  return asked.includes('audio') ? 'audio' : 'text';
}

/** What the response reads: its own `input`, whose references name items of `memory`, else the whole conversation. */
export function inputOf(request: ResponseRequest, memory: Memory, newId: () => string): readonly Item[] {
  if (request.input == null) return memory.items;
  return request.input.map((value, index) =>
    isRecord(value) && value.type === 'item_reference' && typeof value.id === 'string'
      ? memory.get(value.id, 'retrieve')
      : parseItem(value, newId, `response.input[${index}]`),
  );
}
