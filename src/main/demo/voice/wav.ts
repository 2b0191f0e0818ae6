/** Mono sound: samples from -1 to 1 at `sampleRate` Hz. */
export interface Sound {
  samples: Float32Array;
  sampleRate: number;
}

/** Reads a RIFF file of 16-bit mono PCM, as Flite writes it. Throws a RangeError for anything else. */
export function parseWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 12 || tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE') {
    throw new RangeError('not a WAV file');
  }
  let sampleRate = 0;
  for (let at = 12; at + 8 <= bytes.byteLength; ) {
    const name = tag(view, at);
    const length = view.getUint32(at + 4, true);
    const body = at + 8;
    if (name === 'fmt ') {
      if (view.getUint16(body, true) !== 1 || view.getUint16(body + 2, true) !== 1) {
        throw new RangeError('not mono PCM');
      }
      if (view.getUint16(body + 14, true) !== 16) throw new RangeError('not 16 bit');
      sampleRate = view.getUint32(body + 4, true);
    } else if (name === 'data') {
      if (sampleRate === 0) throw new RangeError('data before format');
      return { samples: readSamples(view, body, Math.min(length, bytes.byteLength - body)), sampleRate };
    }
    // Chunks are padded to an even length.
    at = body + length + (length % 2);
  }
  throw new RangeError('no sound in the file');
}

function readSamples(view: DataView, offset: number, bytes: number): Float32Array {
  const samples = new Float32Array(bytes >> 1);
  for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(offset + 2 * i, true) / 32_768;
  return samples;
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );
}
