import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { InvocationHandlers } from '../../../src/main/shell/ipc';
import { registerIpc } from '../../../src/main/shell/ipc';
import { mayCall, PAGE_URLS } from '../../../src/main/shell/ipc-callers';
import { LONGEST_TEXT } from '../../../src/main/shell/ipc-limits';
import { ARGUMENT_SCHEMAS } from '../../../src/main/shell/ipc-schemas';
import type { InvocationChannel, PageName } from '../../../src/preload/contract';
import { FakeClock } from '../../fakes/clock';
import { ipcMain } from '../../fakes/electron';
import type { FakeCaller } from '../../fakes/electron/ipc';
import { handlers } from '../../fakes/ipc-handlers';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

const CHANNELS = Object.keys(ARGUMENT_SCHEMAS) as InvocationChannel[];
const PAGES = Object.keys(PAGE_URLS) as PageName[];
/** In every text and every name that is sent: it must come out nowhere. */
const MARK = 'marked-7f3a';
const SENTENCES = [
  'Refused: only the pages of Aloud may ask this.',
  'Refused: this page may not ask this.',
  'Refused: too many calls in a short time.',
  'Refused: the arguments are not what this call takes.',
];

let log: FakeLog;
let clock: FakeClock;
let called: { channel: string; args: readonly unknown[] }[];

/** Opens the door to handlers that note what reached them. */
function open(rateLimit = { burst: 1_000_000, perSecond: 1 }): void {
  ipcMain.handlers.clear();
  log = new FakeLog();
  clock = new FakeClock();
  called = [];
  const noting = Object.fromEntries(
    Object.entries(handlers()).map(([channel, handle]) => [
      channel,
      (...args: unknown[]) => {
        called.push({ channel, args });
        return Reflect.apply(handle, undefined, args) as unknown;
      },
    ]),
  ) as unknown as InvocationHandlers;
  registerIpc(noting, { log, now: clock.now, rateLimit });
}

beforeEach(() => open());

type Frame = NonNullable<FakeCaller['senderFrame']>;
const our = (page: PageName): Frame => ({
  parent: null,
  origin: 'app://aloud',
  url: PAGE_URLS[page],
});

const marked = fc.string({ maxLength: 20 }).map((text) => `${MARK}${text}`);
/** Whatever can be cloned into main: deep, odd, and with a mark in every text and name. */
const value = fc.oneof(
  marked,
  fc.anything({
    key: marked,
    values: [marked, fc.double(), fc.bigInt(), fc.boolean(), fc.constant(null), fc.constant(undefined)],
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withNullPrototype: true,
    maxDepth: 3,
  }),
  fc.record({
    kind: fc.oneof(fc.constantFrom('starting', 'running', 'openai', 'compatible'), marked),
    url: marked,
    name: marked,
  }),
  fc.constantFrom<unknown>([], {}, '', 0, -1, Number.NaN, Number.POSITIVE_INFINITY, [[]], [null]),
);
const args = fc.array(value, { maxLength: 4 });
const channel = fc.constantFrom(...CHANNELS);

/** A frame that is none of our pages', though it may look so. */
const foreign = fc
  .oneof(
    fc.constant(null),
    fc.record({
      parent: fc.constantFrom<object | null>(null, {}),
      origin: fc.oneof(
        fc.constantFrom('app://aloud', 'app://aloud.example', 'app://', 'null', 'file://', 'https://aloud'),
        fc.webUrl(),
        marked,
      ),
      url: fc.oneof(
        fc.constantFrom(
          ...Object.values(PAGE_URLS),
          'app://aloud/popup/index.html/',
          'app://aloud/popup/../settings/index.html',
          'app://aloud//popup/index.html',
          'app://aloud/other/index.html',
          'about:blank',
          'data:text/html,x',
          'blob:app://aloud/1',
        ),
        fc.webUrl(),
      ),
    }),
  )
  .filter(
    (frame) =>
      frame === null ||
      frame.parent !== null ||
      frame.origin !== 'app://aloud' ||
      !Object.values(PAGE_URLS).includes(frame.url.split(/[?#]/u)[0] ?? ''),
  );

/** How the call ended: null when it passed. */
async function refusalOf(
  name: string,
  frame: Frame | null,
  given: readonly unknown[],
): Promise<string | null> {
  try {
    await ipcMain.invoke(name, { sender: {}, senderFrame: frame }, ...given);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'no error';
  }
}

function isValid(name: InvocationChannel, given: readonly unknown[]): boolean {
  try {
    return ARGUMENT_SCHEMAS[name].safeParse(given).success;
  } catch {
    // zod cannot freeze a typed array.
    return false;
  }
}

describe('the door', () => {
  it('lets nothing foreign in, whatever it asks, and writes none of it down', async () => {
    await fc.assert(
      fc.asyncProperty(channel, foreign, args, async (name, frame, given) => {
        open();
        expect(await refusalOf(name, frame, given)).toBe(SENTENCES[0]);
        expect(called).toEqual([]);
        expect(log.lines).toEqual([
          {
            level: 'warn',
            message: 'A call was refused',
            details: { channel: name, refusal: 'foreign-sender', where: null, unlogged: 0 },
          },
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it('lets a page of ours do what that page may, with right arguments, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(channel, fc.constantFrom(...PAGES), args, async (name, page, given) => {
        open();
        const refusal = await refusalOf(name, our(page), given);
        const isRight = mayCall(page, name) && isValid(name, given);
        expect(refusal === null).toBe(isRight);
        expect(called).toHaveLength(isRight ? 1 : 0);
        expect(log.lines).toHaveLength(isRight ? 0 : 1);
        if (refusal !== null) expect(SENTENCES).toContain(refusal);
        // Of what was sent, nothing is told or written.
        expect(`${refusal}${log.text}`).not.toContain(MARK);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has no call but those of the contract, however it is named', async () => {
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '__proto__',
        'constructor',
        'toString',
        'hasOwnProperty',
        'ASK',
        ' ask',
        'ask ',
        'ask\0',
        '',
      ),
    );
    await fc.assert(
      fc.asyncProperty(names, fc.constantFrom(...PAGES), args, async (name, page, given) => {
        fc.pre(!CHANNELS.some((known) => known === name));
        open();
        expect(await refusalOf(name, our(page), given)).toContain('No handler registered');
        expect(called).toEqual([]);
      }),
    );
  });

  it('takes no text, list or number beyond its bounds', async () => {
    const huge = 'x'.repeat(LONGEST_TEXT + 1);
    const many = Array.from({ length: 10_000 }, (_, id) => ({ id: String(id), name: MARK }));
    for (const name of CHANNELS) {
      for (const given of [
        [huge],
        [huge, true],
        [many],
        [{ name: huge }],
        [Number.MAX_VALUE],
        [huge, huge, huge],
      ]) {
        const page = PAGES.find((each) => mayCall(each, name)) ?? 'popup';
        expect(await refusalOf(name, our(page), given)).toBe(SENTENCES[3]);
      }
    }
    expect(called).toEqual([]);
    expect(log.text.length).toBeLessThan(20_000);
  });
});

describe('a page that calls without end', () => {
  it('gets no more than its limit, in any rhythm', async () => {
    const limit = { burst: 5, perSecond: 2 };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 2_000 }), { maxLength: 60 }), async (waits) => {
        open(limit);
        const sender = {};
        let passed = 0;
        let waited = 0;
        for (const ms of waits) {
          clock.advance(ms);
          waited += ms;
          const call = ipcMain.invoke('stop', { sender, senderFrame: our('popup') });
          passed += await call.then(
            () => 1,
            (error: Error) => {
              expect(error.message).toBe(SENTENCES[2]);
              return 0;
            },
          );
          expect(passed).toBeLessThanOrEqual(limit.burst + (waited / 1_000) * limit.perSecond);
        }
        expect(called).toHaveLength(passed);
      }),
    );
  });

  it('does not fill the log: what was left out is counted', async () => {
    for (let call = 0; call < 1_000; call += 1) await refusalOf('ask', null, [MARK]);
    expect(log.lines.length).toBeLessThanOrEqual(30);
    clock.advance(60_000);
    await refusalOf('ask', null, [MARK]);
    expect(log.lines.at(-1)?.details).toMatchObject({ unlogged: 970 });
  });
});
