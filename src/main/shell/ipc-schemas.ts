import { z } from 'zod';
import type { AudioDeviceState, DeviceFault, OutputDevice } from '../../preload/audio-contract';
import type { InvocationChannel, Invocations } from '../../preload/contract';
import { LONGEST_TEXT } from './ipc-limits';
import { section, settingsSchemas } from './ipc-settings-schemas';

const text = z.string().max(LONGEST_TEXT);
const milliseconds = z.number().nonnegative().max(60_000);

const deviceFault = z.enum([
  'not-opened',
  'processor',
  'failed',
  'not-running',
  'closed',
]) satisfies z.ZodType<DeviceFault>;

const audioDeviceState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('starting') }),
  z.strictObject({ kind: z.literal('running'), outputLatencyMs: milliseconds }),
  z.strictObject({ kind: z.literal('suspended') }),
  z.strictObject({ kind: z.literal('no-device') }),
  z.strictObject({ kind: z.literal('failed'), fault: deviceFault }),
]) satisfies z.ZodType<AudioDeviceState>;

/** Chromium's ids are 64 characters; names are the system's. */
const deviceId = z.string().min(1).max(256);
const outputDevice = z.strictObject({
  id: deviceId,
  name: z.string().max(256),
}) satisfies z.ZodType<OutputDevice>;

const nothing = z.tuple([]);

const schemas = {
  getSnapshot: nothing,
  ask: z.tuple([text]),
  stop: nothing,
  retry: nothing,
  newConversation: nothing,
  hide: nothing,
  getDraft: nothing,
  setDraft: z.tuple([text]),
  reportPainted: nothing,
  setKey: z.tuple([text, z.boolean()]),
  useDemo: nothing,
  setPaused: z.tuple([z.boolean()]),
  replay: nothing,
  setMuted: z.tuple([z.boolean()]),
  setVolume: z.tuple([z.number().min(0).max(1)]),
  setOutput: z.tuple([deviceId.nullable()]),
  dismissProblem: nothing,
  openLog: nothing,
  openSettings: z.tuple([section.nullable()]),
  setContentHeight: z.tuple([z.number().nonnegative().max(100_000)]),
  requestAudioPort: nothing,
  reportAudioDevice: z.tuple([audioDeviceState]),
  getAbout: nothing,
  openAbout: nothing,
  openChromiumLicences: nothing,
  closeAbout: nothing,
  reportOutputs: z.tuple([z.array(outputDevice).max(256).readonly()]),
  ...settingsSchemas,
};

/** Both ways: what a schema lets through is exactly what the handler takes, no more and no less. */
type Exactly<C extends InvocationChannel, Output> = [Output] extends [Parameters<Invocations[C]>]
  ? [Parameters<Invocations[C]>] extends [Output]
    ? z.ZodType<Parameters<Invocations[C]>>
    : never
  : never;

/** One schema for the arguments of every call. A missing or a differing one does not compile. */
export const ARGUMENT_SCHEMAS: {
  readonly [C in InvocationChannel]: Exactly<C, z.output<(typeof schemas)[C]>>;
} = schemas;
