import { z } from 'zod';

/** What every profile says of how to answer. */
const answering = {
  /** Null for the one that Aloud recommends; of Azure it is the deployment. */
  model: z.string().min(1).max(200).nullable(),
  /** The name of the service's voice; null for the recommended one. */
  voice: z.string().min(1).max(100).nullable(),
  /** 1 is the natural speed; the service takes 0.25 to 1.5. */
  speed: z.number().min(0.25).max(1.5),
  /** How to answer, in the user's words; null for Aloud's own. */
  instructions: z.string().max(10_000).nullable(),
  /** The longest answer, in tokens of the service; null for its own limit. */
  maxOutputTokens: z.number().int().min(1).max(100_000).nullable(),
};

/** Names the profile in the settings and its key on the disk; it stays when the profile is renamed. */
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/u);
const common = { id, name: z.string().min(1).max(60), ...answering };
const address = z.string().min(1).max(2_000);

/** Whom to ask, and how. */
export const profileSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('openai') }),
  z.strictObject({
    ...common,
    kind: z.literal('azure'),
    /** `https://RESOURCE.openai.azure.com`. */
    resource: address,
    /** Null speaks today's protocol; a version, e.g. `2024-10-01-preview`, that of the preview. */
    apiVersion: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}(?:-preview)?$/u)
      .nullable(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('compatible'),
    /** `wss:`, or `ws:` on this machine or network. */
    url: address,
    dialect: z.enum(['auto', 'ga', 'beta']),
    /** The user's consent to send the key unencrypted over the network. */
    insecureKey: z.boolean(),
  }),
]);

export type Profile = Readonly<z.output<typeof profileSchema>>;

export const OPENAI_PROFILE: Profile = {
  id: 'openai',
  name: 'OpenAI',
  kind: 'openai',
  model: null,
  voice: null,
  speed: 1,
  instructions: null,
  maxOutputTokens: null,
};
