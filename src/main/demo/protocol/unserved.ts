import { RequestError } from './request-error';

/** Events that this server understands and does not serve: it does not listen. */
export type UnservedEvent =
  | 'input_audio_buffer.append'
  | 'input_audio_buffer.commit'
  | 'transcription_session.update'
  | 'output_audio_buffer.clear';

export function unserved(type: UnservedEvent): RequestError {
  switch (type) {
    case 'input_audio_buffer.commit':
      return new RequestError({
        code: 'input_audio_buffer_commit_empty',
        message:
          'Error committing input audio buffer: buffer too small. Expected at least 100ms of audio, but buffer only has 0.00ms of audio.',
      });
    case 'input_audio_buffer.append':
    case 'transcription_session.update':
      return new RequestError({
        code: 'unsupported_event',
        message: 'This server does not listen. Send text with conversation.item.create.',
        param: 'type',
      });
    case 'output_audio_buffer.clear':
      return new RequestError({
        code: 'unsupported_event',
        message:
          'output_audio_buffer.clear is for WebRTC only. Use response.cancel and conversation.item.truncate.',
        param: 'type',
      });
  }
}
