/**
 * Flite, a small speech synthesiser, as a WASI command-line program. Each call runs it once in a fresh instance that
 * sees two files in memory and nothing of this machine: a crash of it costs one sentence, never the server.
 */
import { ConsoleStdout, File, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim';
import { parseWav, type Sound } from './wav';

export type FliteVoice = 'slt' | 'rms' | 'awb';

export interface FliteSettings {
  voice: FliteVoice;
  /** Mean pitch in Hz. */
  pitchHz: number;
  /** How long the sounds last: 1 is natural, 2 twice as slow. */
  stretch: number;
}

/** Speaks printable ASCII. Throws when Flite failed on it. */
export type Flite = (text: string, settings: FliteSettings) => Sound;

interface Program extends WebAssembly.Exports {
  memory: WebAssembly.Memory;
  _start: () => unknown;
}

export async function compileFlite(wasm: BufferSource): Promise<Flite> {
  const module = await WebAssembly.compile(wasm);
  return (text, settings) => parseWav(run(module, text, settings));
}

function run(module: WebAssembly.Module, text: string, settings: FliteSettings): Uint8Array {
  const sound = new File([]);
  const wasi = new WASI(
    [
      'flite',
      '-voice',
      settings.voice,
      '--setf',
      `duration_stretch=${settings.stretch}`,
      '--setf',
      `int_f0_target_mean=${settings.pitchHz}`,
      '-f',
      '/text.txt',
      '-o',
      '/speech.wav',
    ],
    [],
    [
      new OpenFile(new File([])),
      new ConsoleStdout(() => {}),
      new ConsoleStdout(() => {}),
      new PreopenDirectory(
        '/',
        new Map([
          ['text.txt', new File(new TextEncoder().encode(text), { readonly: true })],
          ['speech.wav', sound],
        ]),
      ),
    ],
    { debug: false },
  );
  const instance = new WebAssembly.Instance(module, {
    wasi_snapshot_preview1: wasi.wasiImport as WebAssembly.ModuleImports,
  });
  if (!isProgram(instance.exports)) throw new TypeError('not a WASI program');
  const status = wasi.start({ exports: instance.exports });
  if (status !== 0) throw new Error(`Flite ended with status ${status}`);
  return sound.data;
}

function isProgram(exports: WebAssembly.Exports): exports is Program {
  return exports.memory instanceof WebAssembly.Memory && typeof exports._start === 'function';
}
