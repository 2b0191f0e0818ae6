import { z } from 'zod';

// White space around words, as pasting brings it, is taken off.

/** What every profile says of how to answer. */
const answering = {
  /** Null for the one that Aloud recommends; of Azure it is the deployment. */
  model: z.string().trim().min(1).max(200).nullable(),
  /** The name of the service's voice; null for the recommended one. */
  voice: z.string().trim().min(1).max(100).nullable(),
  /** 1 is the natural speed; the service takes 0.25 to 1.5. */
  speed: z.number().min(0.25).max(1.5),
  /** How to answer, in the user's words; null for Aloud's own. */
  instructions: z.string().max(10_000).nullable(),
  /** The longest answer, in tokens of the service; null for its own limit. */
  maxOutputTokens: z.int().min(1).max(100_000).nullable(),
};

/** Names the profile in the settings and its key on the disk; it stays when the profile is renamed. */
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/u);
const name = z.string().trim().min(1).max(60);
const common = { id, name, ...answering };
/** What has to be said of every new one. */
const told = { name, model: answering.model };
const address = z.string().trim().min(1).max(2_000);

const openai = { kind: z.literal('openai') };
const azure = {
  kind: z.literal('azure'),
  /** `https://RESOURCE.openai.azure.com`. */
  resource: address,
  /** Null speaks today's protocol; a version, e.g. `2024-10-01-preview`, that of the preview. */
  apiVersion: z
    .string()
    .trim()
    .regex(/^\d{4}-\d{2}-\d{2}(?:-preview)?$/u)
    .nullable(),
};
const compatible = {
  kind: z.literal('compatible'),
  /** `wss:`, or `ws:` on this machine or network. */
  url: address,
  dialect: z.enum(['auto', 'ga', 'beta']),
  /** The user's consent to send the key unencrypted over the network. */
  insecureKey: z.boolean(),
};

/** Whom to ask, and how. */
export const profileSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, ...openai }),
  z.strictObject({ ...common, ...azure }),
  z.strictObject({ ...common, ...compatible }),
]);

/** A new one. Beside this, it answers as recommended. */
export const profileDraftSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...told, ...openai }),
  z.strictObject({ ...told, ...azure }),
  z.strictObject({ ...told, ...compatible }),
]);

export type Profile = Readonly<z.output<typeof profileSchema>>;
export type ProfileDraft = Readonly<z.output<typeof profileDraftSchema>>;

/** How a profile answers that says nothing of it. */
export const RECOMMENDED = {
  model: null,
  voice: null,
  speed: 1,
  instructions: null,
  maxOutputTokens: null,
} as const;

export const OPENAI_PROFILE: Profile = { id: 'openai', name: 'OpenAI', kind: 'openai', ...RECOMMENDED };
