import { expect, test } from 'vitest';

test('the tests run on the Node that the command asked for', () => {
  const running = process.versions.node.split('.')[0];
  expect(running).toBe(process.env.ALOUD_TEST_NODE ?? running);
});
