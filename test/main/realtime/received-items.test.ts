import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Bytes, ReceivedItems } from '../../../src/main/realtime/received-items';

describe('base64Bytes', () => {
  it('knows the decoded length of every base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(base64Bytes(Buffer.from(bytes).toString('base64'))).toBe(bytes.length);
      }),
    );
  });

  it('is never negative for what is no base64', () => {
    for (const text of ['', '=', '==', '===']) expect(base64Bytes(text)).toBeGreaterThanOrEqual(0);
  });
});

describe('ReceivedItems', () => {
  const of = (bytes: number) => Buffer.alloc(bytes).toString('base64');

  it('counts whole ms, over samples that were cut in two', () => {
    const items = new ReceivedItems();
    items.audio('i', of(47));
    expect(items.receivedMs('i')).toBe(0);
    items.audio('i', of(1));
    expect(items.receivedMs('i')).toBe(1);
    items.audio('i', of(480));
    expect(items.receivedMs('i')).toBe(11);
    expect(items.receivedMs('unknown')).toBe(0);
  });

  it('never cuts beyond what came, whatever it is told', () => {
    const heard = fc.oneof(fc.double(), fc.integer(), fc.constantFrom('none' as const, 'all' as const));
    fc.assert(
      fc.property(fc.nat({ max: 5_000 }), fc.boolean(), fc.array(heard), (bytes, isEnded, reports) => {
        const items = new ReceivedItems();
        if (bytes > 0) items.audio('i', of(bytes));
        if (isEnded) items.audioEnded('i');
        let left = Math.floor(bytes / 48);
        let deletions = 0;
        for (const report of reports) {
          for (const { audioEndMs } of items.settle([{ item: 'i', heard: report }])) {
            expect(Number.isInteger(audioEndMs)).toBe(true);
            expect(audioEndMs).toBeGreaterThanOrEqual(0);
            expect(audioEndMs).toBeLessThanOrEqual(left);
            left = audioEndMs;
            if (audioEndMs === 0) deletions += 1;
          }
        }
        expect(deletions).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('deletes what nobody can have heard, once', () => {
    const items = new ReceivedItems();
    items.audio('heard', of(96));
    expect(items.settleUnheard(['heard', 'new'])).toEqual([{ item: 'new', audioEndMs: 0 }]);
    expect(items.settleUnheard(['heard', 'new'])).toEqual([]);
  });

  it('forgets the oldest of very many', () => {
    const items = new ReceivedItems();
    for (let i = 0; i < 300; i += 1) items.audio(`i${i}`, of(96));
    expect(items.receivedMs('i0')).toBe(0);
    expect(items.receivedMs('i299')).toBe(2);
  });
});
