import { afterEach, expect, it } from 'vitest';
import type { DemoServer } from '../../../../src/main/demo/server';
import { Client, startScenario } from '../server-harness';

let server: DemoServer | null = null;
const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.socket.terminate();
  await server?.stop();
  server = null;
});

async function begin(name: string): Promise<Client> {
  server = await startScenario(name);
  const client = new Client(server.url);
  clients.push(client);
  await client.until('session.created');
  return client;
}

function tell(client: Client, role: 'user' | 'assistant', text: string): void {
  const content = [{ type: role === 'user' ? 'input_text' : 'output_text', text }];
  client.send({
    type: 'conversation.item.create',
    event_id: `of-${role}`,
    item: { type: 'message', role, content },
  });
}

it.each(['close-on-memory', 'error-on-memory', 'reset-on-memory'])(
  '%s answers a prompt and then closes',
  async (name) => {
    const client = await begin(name);
    await client.ask('Count to three');
    expect(await client.until('response.done')).toHaveProperty('response.status', 'completed');
    expect((await client.closed).code).toBe(1000);
  },
);

it('close-on-memory takes what a user said, and closes over what an assistant said', async () => {
  const client = await begin('close-on-memory');
  tell(client, 'user', 'Hello');
  await client.until('conversation.item.added');
  tell(client, 'assistant', 'Good day.');
  expect((await client.closed).code).toBe(1008);
});

it('error-on-memory names nothing, and answers all the same', async () => {
  const client = await begin('error-on-memory');
  tell(client, 'user', 'Hello');
  tell(client, 'assistant', 'Good day.');
  expect(await client.until('error')).toHaveProperty('error.event_id', null);
  await client.ask('Count to three');
  expect(await client.until('response.done')).toHaveProperty('response.status', 'completed');
});

it('reset-on-memory acknowledges nothing, and breaks off at the second message', async () => {
  const client = await begin('reset-on-memory');
  tell(client, 'user', 'Hello');
  tell(client, 'user', 'Are you there?');
  expect((await client.closed).code).toBe(1006);
  expect(client.events.map(({ type }) => type)).not.toContain('conversation.item.added');
});
