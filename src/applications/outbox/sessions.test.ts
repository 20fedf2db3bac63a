import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftLife, readDraft } from '@/device/storage/draft';
import { isUnsent, readEntry } from '@/device/storage/outbox';
import { startInbox } from '@/local/inbox/inbox';
import { rowsOf, type Row } from './inbox-rows.fixture';
import { step, type Step } from './session-steps.fixture';
import { Device, sessionFetch, type Tab } from './sessions.fixture';
import type { Submitted } from './submitting';

/** So many run side by side, each with an inbox of its own: they mostly wait. */
const lanes = 6;
const sessions = process.env['TEST_FULL'] ? 10_000 : 300;
const dayMs = 86_400_000;

/** True where no field says two things. */
function agree(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return Object.entries(a).every(([name, answer]) => b[name] === undefined || b[name] === answer);
}

interface Lane {
  readonly url: string;
  readonly rows: () => readonly Row[];
  device: Device | undefined;
}

let folder: string;
const inboxes: Awaited<ReturnType<typeof startInbox>>[] = [];
const laneList: Lane[] = [];
const originalFetch = globalThis.fetch;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ov-sessions-'));
  for (let n = 0; n < lanes; n += 1) {
    const file = path.join(folder, `${n}.jsonl`);
    const inbox = await startInbox({ port: 0, file });
    inboxes.push(inbox);
    laneList.push({ url: inbox.url, rows: rowsOf(file), device: undefined });
  }
});
beforeEach(() => {
  vi.stubGlobal(
    'fetch',
    sessionFetch(originalFetch, (url) => {
      const device = laneList.find((lane) => url.startsWith(lane.url))?.device;
      if (!device) throw new Error(`No device sends to ${url}.`);
      return device;
    }),
  );
});
afterAll(async () => {
  await Promise.all(inboxes.map((inbox) => inbox.close()));
  await rm(folder, { recursive: true });
});

let count = 0;

/** Plays a session and looks at everything that was promised, after each step and at the end. */
async function play(lane: Lane, steps: readonly Step[]): Promise<void> {
  const hasFiles = count % 2 === 1;
  const name = `s${count++}`;
  const device = new Device(name, {
    form: 'apply.wells',
    endpoint: lane.url,
    formId: 'local',
    about: {
      opportunity: 'wells',
      title: 'Wells',
      organization: 'Riverbank',
      lang: 'en',
      path: '/en/opportunities/wells/',
    },
    replyDays: 10,
  });
  lane.device = device;
  const rows = () => lane.rows().filter((row) => row.name === name);
  const arrived = () => new Set(rows().map((row) => row.submission_id));
  const withdrawn = new Set<string>();
  /** What somebody was told is on its way or has arrived. */
  const promised = new Set<string>();
  const discarded = new Set<string>();
  let hadFault = false;
  let latest = device.now();
  const busy = new Set<Promise<unknown>>();

  const start = <T>(one: Tab, work: () => Promise<T>) => {
    const running = one.run(work);
    busy.add(running);
    void running.catch(() => {}).then(() => busy.delete(running));
    return running;
  };
  const look = async (one: Tab) => {
    if (!device.tabs.includes(one)) return;
    for (const { id } of await one.submitting.earlier()) expect(arrived()).toContain(id);
  };
  const send = async (one: Tab): Promise<Submitted> => {
    await one.ready;
    const answers = { ...one.answers };
    const motivation = answers['motivation'] ?? '';
    const submitted = await one.submitting.submit({
      answers,
      ...(hasFiles ? { file: new Blob([motivation]) } : {}),
      payload: (id, followsUp) => ({
        name,
        email: 'a@example.org',
        motivation,
        ...(hasFiles ? { attachment: 'page.txt' } : {}),
        ...(followsUp === undefined ? {} : { follow_up_to: followsUp }),
        submission_id: id,
      }),
    });
    if (submitted.kind === 'sent') {
      expect(arrived()).toContain(submitted.item.id);
      promised.add(submitted.item.id);
    }
    for (const { entry, isStored } of await one.submitting.pending())
      if (isStored) promised.add(entry.corrects ?? entry.id);
    await look(one);
    return submitted;
  };
  const open = () => {
    const one = device.open();
    one.ready = start(one, async () => {
      const found = await one.submitting.restore((answers) => agree(answers, one.answers));
      one.answers = { ...found, ...one.answers };
    });
    void start(one, async () => {
      await one.ready;
      await one.submitting.flush();
      await look(one);
    });
    return one;
  };
  const tabAt = (index: number) => device.tabs[index % Math.max(1, device.tabs.length)] ?? open();

  async function perform(todo: Step): Promise<void> {
    switch (todo.do) {
      case 'type': {
        const one = tabAt(todo.tab);
        one.answers = { ...one.answers, motivation: (one.answers['motivation'] ?? '') + todo.text };
        void start(one, async () => {
          await one.ready;
          await one.submitting.drafts.keep({ ...one.answers });
        });
        return;
      }
      case 'send':
      case 'send twice': {
        const one = tabAt(todo.tab);
        void start(one, () => send(one));
        if (todo.do === 'send twice') {
          await start(one, () => one.ready);
          const second = await start(one, () => one.submitting.submit({ answers: {}, payload: () => ({}) }));
          expect(second).toEqual({ kind: 'busy' });
        }
        return;
      }
      case 'reload':
      case 'crash': {
        if (todo.do === 'reload') await Promise.race([Promise.allSettled(busy), pause(5)]);
        device.close(tabAt(todo.tab));
        open();
        return;
      }
      case 'open':
        if (device.tabs.length < 2) open();
        return;
      case 'retry': {
        const one = tabAt(todo.tab);
        void start(one, async () => {
          for (const { entry } of await one.submitting.pending()) await one.submitting.retry(entry);
          await look(one);
        });
        return;
      }
      case 'withdraw': {
        const one = tabAt(todo.tab);
        void start(one, async () => {
          for (const { entry } of await one.submitting.pending()) {
            withdrawn.add(entry.id);
            await one.submitting.withdraw(entry);
          }
        });
        return;
      }
      case 'discard': {
        const one = tabAt(todo.tab);
        const id = one.submitting.drafts.draft()?.id;
        if (id !== undefined) discarded.add(id);
        void start(one, () => one.submitting.drafts.discard());
        return;
      }
      case 'line':
        device.line = todo.line;
        return;
      case 'online':
        device.online = todo.online;
        if (todo.online) for (const one of device.tabs) void start(one, () => one.submitting.flush(true));
        return;
      case 'storage':
        device.fault = todo.fault;
        hadFault ||= todo.fault !== 'none';
        return;
      case 'clock':
        device.clock += todo.days * dayMs;
        latest = Math.max(latest, device.now());
        return;
      case 'wait':
        await pause(todo.ms);
    }
  }

  open();
  for (const todo of steps) {
    await perform(todo);
    for (const one of device.tabs) void start(one, () => look(one));
  }
  for (const ended of await Promise.allSettled(busy)) {
    if (ended.status === 'rejected') throw ended.reason;
  }
  for (const one of device.tabs) expect(one.submitting.busy()).toBe(false);

  // All is well again, and the visitor comes back once more.
  Object.assign(device, { line: undefined, online: true, fault: 'none', timeoutMs: 10_000 });
  for (const one of [...device.tabs]) {
    await one.submitting.flush(true);
    for (const { entry } of await one.submitting.pending()) await one.submitting.retry(entry);
    device.close(one);
  }
  const last = device.open();
  await last.submitting.restore(() => true);
  await last.submitting.flush(true);
  for (const { entry } of await last.submitting.pending()) await last.submitting.retry(entry);

  const present = (await device.records.all('outbox'))
    .flatMap((value) => readEntry(value) ?? [])
    .filter(isUnsent);
  expect(present).toEqual([]);
  const missing = [...promised].filter((id) => !arrived().has(id) && !withdrawn.has(id));
  expect(missing).toEqual([]);

  // What was kept is still there, or has arrived.
  const drafts = (await device.records.all('drafts')).flatMap((value) => readDraft(value) ?? []);
  const texts = [
    ...drafts.map(({ answers }) => answers['motivation'] ?? ''),
    ...rows().map((row) => row.motivation),
  ];
  for (const [id, { text, savedAt }] of device.toldKept) {
    if (discarded.has(id) || latest + 60_000 - savedAt > draftLife) continue;
    expect(texts.filter((other) => other.startsWith(text))).not.toEqual([]);
  }

  // What came with it is what was sent with it.
  for (const { motivation, file } of rows())
    expect(file).toBe(hasFiles ? createHash('sha256').update(motivation).digest('hex') : undefined);

  // One application, one number; a second one says so.
  const unmarked = new Set(
    rows().flatMap(({ submission_id, follow_up_to }) => (follow_up_to === undefined ? [submission_id] : [])),
  );
  for (const { follow_up_to } of rows())
    if (follow_up_to !== undefined) expect([...arrived(), ...withdrawn]).toContain(follow_up_to);
  if (!hadFault) expect([...unmarked].filter((id) => !withdrawn.has(id)).length).toBeLessThanOrEqual(1);
  device.close(last);
}

describe('random sessions', () => {
  it(
    `lose nothing and tell no lie (${sessions} of them)`,
    async () => {
      await Promise.all(
        laneList.map((lane, n) =>
          fc.assert(
            fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25, size: 'max' }), (steps) =>
              play(lane, steps),
            ),
            { numRuns: Math.ceil(sessions / lanes), seed: 20_261_125 + n, endOnFailure: false },
          ),
        ),
      );
    },
    sessions * 400,
  );
});
