import { setTimeout as pause } from 'node:timers/promises';
import { IDBFactory } from 'fake-indexeddb';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readOutboxEntry } from '@/device/storage/application/outbox-entry';
import { createWithdrawalEntry } from '@/device/applied/withdrawal-entry';
import type { RecordStore } from '@/device/storage/records';
import { createRecordStore } from '@/device/storage/records.client';
import { startInbox } from '@scripts/local/inbox/inbox';
import { openStore } from '@scripts/local/inbox/store';
import { formService } from '../transport/form-service';
import { answerTimeoutMs } from './in-flight';
import { openFormSubmissions, type FormMessage, type FormSubmissionsDependencies } from './form-submissions';

let folder: string;
let file: string;
let inbox: Awaited<ReturnType<typeof startInbox>>;
let factory: IDBFactory;
let device: string;
let online: boolean;
const networkFetch = globalThis.fetch;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ov-submitting-'));
  file = path.join(folder, 'inbox.jsonl');
  inbox = await startInbox({ port: 0, file });
});
beforeEach(() => {
  [factory, device, online] = [new IDBFactory(), crypto.randomUUID(), true];
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) =>
    online ? networkFetch(input, init) : Promise.reject(new TypeError('Failed to fetch')),
  );
});
afterAll(async () => {
  // Another file of tests may be read before the next test begins.
  vi.unstubAllGlobals();
  await inbox.close();
  await rm(folder, { recursive: true });
});

const sent = async () =>
  (await openStore(file).read()).submissions
    .map(({ fields }) => fields)
    .filter((fields) => fields['name'] === device);

/** A form of this device in a tab of its own. */
function tab(formId = 'local', more: Partial<FormSubmissionsDependencies> = {}, closesAt?: number) {
  return openFormSubmissions(
    {
      form: 'apply.wells',
      endpoint: inbox.url,
      formId,
      about: { opportunity: 'wells', title: 'Wells', organization: 'R', lang: 'en', path: '/en/' },
      replyDays: 10,
      closesAt,
    },
    {
      records: createRecordStore(() => factory),
      isShared: false,
      locks: navigator.locks,
      submitForm: formService.openClient(),
      now: () => Date.parse('2026-11-25T12:00:00.000Z'),
      online: () => online,
      timeoutMs: 5000,
      onOutboxChanged: () => {},
      draftChanged: () => {},
      newId: () => crypto.randomUUID(),
      patienceMs: 10,
      ...more,
    },
  );
}

const message = (motivation: string): FormMessage => ({
  answers: { motivation },
  text: () => motivation,
  payload: (id, followsUp) => ({
    name: device,
    motivation,
    submission_id: id,
    ...(followsUp === undefined ? {} : { follow_up_to: followsUp }),
  }),
});

/** The same with a file, whose name stands in what is sent. */
const withFile = (motivation: string, text: string): FormMessage => ({
  ...message(motivation),
  file: new Blob([text], { type: 'text/plain' }),
  payload: (id, followsUp) => ({ ...message(motivation).payload(id, followsUp), attachment: 'page.txt' }),
});

/** The unsent entries on the device. */
const unsent = async () =>
  (await createRecordStore(() => factory).all('outbox')).flatMap((value) => readOutboxEntry(value) ?? []);

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

it('goes although the browser says that there is no connection, where there is one', async () => {
  expect(await tab('local', { online: () => false }).submit(message('one'))).toMatchObject({ kind: 'sent' });
  expect(await sent()).toHaveLength(1);
});

it('goes where the browser never answers a request for a lock', async () => {
  const silent = () => new Promise<never>(() => {});
  expect(await tab('local', { locks: { request: silent } }).submit(message('one'))).toMatchObject({
    kind: 'sent',
  });
  expect(await sent()).toHaveLength(1);
});

describe('an application that was sent before the closing and arrives after it', () => {
  const closesAt = Date.parse('2026-11-25T12:00:00.000Z');
  const at = (ms: number) => ({ now: () => closesAt + ms });

  it('says when Send was pressed and when the opportunity closed', async () => {
    online = false;
    expect(await tab('local', at(-60_000), closesAt).submit(message('one'))).toEqual({ kind: 'waiting' });
    online = true;
    const closed = { ...at(3_600_000), checkSiteForm: () => Promise.resolve({ isOpen: false }) };
    await tab('local', closed, closesAt).flush();
    expect(await sent()).toMatchObject([
      {
        motivation: 'one',
        pressed_at: '2026-11-25T11:59:00.000Z',
        closed_at: '2026-11-25T12:00:00.000Z',
      },
    ]);
  });

  it('is still there, to be sent by hand, where it didn’t get through in a week', async () => {
    online = false;
    const first = tab('lost-request', at(-60_000), closesAt);
    await first.submit(message('one'));
    online = true;
    const later = tab('local', at(8 * 86_400_000), closesAt);
    await later.flush(true);
    const [waiting] = await later.pending();
    expect(waiting?.entry.payload['motivation']).toBe('one');
  });
});

describe('a form service that asks to be left alone for two minutes', () => {
  const at = Date.parse('2026-11-25T12:00:00.000Z');
  it('is, also where a connection is back', async () => {
    await tab('busy').submit(message('one'));
    const records = createRecordStore(() => factory);
    const attempts = async () =>
      (await records.all('outbox')).map((value) => readOutboxEntry(value)?.attempts);
    await tab('busy', { now: () => at + 60_000 }).flush(true);
    expect(await attempts()).toEqual([1]);
    await tab('busy', { now: () => at + 120_000 }).flush();
    expect(await attempts()).toEqual([2]);
  });
});

describe('an application whose form has another address by now', () => {
  it('goes there', async () => {
    online = false;
    await tab('not-found').submit(message('one'));
    online = true;
    const form = { endpoint: inbox.url, formId: 'local' };
    await tab('not-found', { checkSiteForm: () => Promise.resolve({ isOpen: true, form }) }).flush();
    expect(await sent()).toHaveLength(1);
  });
});

describe('a device that turns out to be shared', () => {
  it('keeps nothing of what could not be sent, which goes from the page under its number', async () => {
    online = false;
    const form = tab();
    expect(await form.submit(message('one'))).toEqual({ kind: 'waiting' });
    const [before] = await form.pending();
    await form.setShared(true);
    expect(form.isAtRisk()).toBe(true);
    const records = createRecordStore(() => factory);
    expect([...(await records.all('outbox')), ...(await records.all('drafts'))]).toEqual([]);
    online = true;
    await form.flush(true);
    expect((await sent()).map((row) => row['submission_id'])).toEqual([before?.entry.id]);
    expect(form.isAtRisk()).toBe(false);
    expect(await records.all('outbox')).toEqual([]);
  });

  it('has it again where that is taken back', async () => {
    online = false;
    const form = tab('local', { isShared: true });
    await form.submit(message('one'));
    const [before] = await form.pending();
    await form.setShared(false);
    expect(await form.pending()).toMatchObject([{ entry: { id: before?.entry.id }, isStored: true }]);
    online = true;
    await tab().flush(true);
    expect((await sent()).map((row) => row['submission_id'])).toEqual([before?.entry.id]);
  });

  it('sends one application, under one number, whatever was ticked in between', async () => {
    const form = tab('lost-answer');
    await form.submit(message('one'));
    await form.setShared(true);
    await form.submit(message('one'));
    await form.setShared(false);
    await form.submit(message('one'));
    const numbers = (await sent()).map((row) => row['submission_id']);
    expect(numbers).toHaveLength(3);
    expect(new Set(numbers).size).toBe(1);
  });
});

it('a message that withdraws an application leaves a device that turns out to be shared', async () => {
  const form = tab();
  await form.submit(message('one'));
  const [first] = await form.earlier();
  if (!first) throw new Error('Nothing was sent.');
  const facts = { id: 'w', now: Date.now(), locale: 'en', title: 'W', logPath: '/en/saved/' };
  const entry = createWithdrawalEntry(first, facts);
  const records = createRecordStore(() => factory);
  await records.change('outbox', 'w', () => entry);
  await form.setShared(true);
  expect([...(await records.all('outbox')), ...(await records.all('drafts'))]).toEqual([]);
  await form.flush();
  expect((await sent()).map((row) => row['purpose'])).toEqual([undefined, 'withdrawal']);
});

describe('an application that was deleted', () => {
  it('is followed by the next one where it may have arrived', async () => {
    const form = tab('lost-answer');
    await form.submit(message('one'));
    const [waiting] = await form.pending();
    if (!waiting) throw new Error('Nothing waits.');
    await form.withdraw(waiting.entry);
    expect(await form.pending()).toEqual([]);
    await tab().submit(message('two'));
    const [first, second] = await sent();
    expect(first?.['submission_id']).toBe(waiting.entry.id);
    expect(second?.['follow_up_to']).toBe(waiting.entry.id);
    expect(JSON.stringify(await createRecordStore(() => factory).all('outbox'))).not.toContain('one');
  });

  it('leaves nothing where it was never tried', async () => {
    const form = tab();
    const submitting = form.submit({ ...message('one'), notBefore: 200 });
    await pause(50);
    const [waiting] = await form.pending();
    if (!waiting) throw new Error('Nothing waits.');
    await form.withdraw(waiting.entry);
    await submitting;
    expect(await unsent()).toEqual([]);
    expect(await sent()).toEqual([]);
  });
});

it('goes where the browser refuses locks, as one that blocks storage does', async () => {
  const denied = () => Promise.reject(new DOMException('The request was denied.', 'SecurityError'));
  const form = tab('local', { locks: { request: denied }, isHeld: denied });
  expect(await form.submit(message('one'))).toMatchObject({ kind: 'sent' });
  expect(await sent()).toHaveLength(1);
});

describe('an application to what was filled meanwhile', () => {
  const filled = { checkSiteForm: () => Promise.resolve({ isOpen: false }) };

  it('isn’t sent, and what was written stays', async () => {
    const form = tab('local', filled);
    expect(await form.submit(message('one'))).toEqual({ kind: 'closed' });
    expect(await sent()).toEqual([]);
    expect(await form.pending()).toEqual([]);
    expect(form.drafts.draft()?.answers).toEqual({ motivation: 'one' });
    expect(await createRecordStore(() => factory).all('drafts')).toHaveLength(1);
  });

  it('isn’t sent by itself where it waits from an earlier visit, and stays on the device', async () => {
    online = false;
    expect(await tab().submit(message('one'))).toEqual({ kind: 'waiting' });
    online = true;
    const later = tab('local', filled);
    await later.flush(true);
    expect(await sent()).toEqual([]);
    const [waiting] = await later.pending();
    expect(waiting?.entry.payload['motivation']).toBe('one');
    // It isn't tried again, here or on another page.
    expect(waiting?.entry).toMatchObject({ state: 'refused', reason: 'closed' });
    await tab().flush();
    expect(await sent()).toEqual([]);
  });
});

describe('an application with a file', () => {
  const files = async () =>
    (await openStore(file).read()).submissions
      .filter(({ fields }) => fields['name'] === device)
      .map(({ files: kept = [] }) => kept.map(({ name, type, sha256 }) => ({ name, type, sha256 })));
  const page = { name: 'page.txt', type: 'text/plain', sha256: hashOf('Ñandú') };

  it('has it on the device before it is sent, and sends it on a later visit, from any page', async () => {
    online = false;
    expect(await tab().submit(withFile('one', 'Ñandú'))).toEqual({ kind: 'waiting' });
    const records = createRecordStore(() => factory);
    const [kept] = (await records.all('outbox')).map(readOutboxEntry);
    expect(await kept?.file?.text()).toBe('Ñandú');
    online = true;
    await tab().flush();
    expect(await files()).toEqual([[page]]);
    expect((await sent())[0]).not.toHaveProperty('attachment');
    expect(await unsent()).toEqual([]);
  });

  it('sends it with every attempt', async () => {
    const form = tab('lost-answer');
    await form.submit(withFile('one', 'Ñandú'));
    const [waiting] = await form.pending();
    if (!waiting) throw new Error('Nothing waits.');
    await form.retry(waiting.entry);
    expect(await files()).toEqual([[page], [page]]);
    expect(new Set((await sent()).map((row) => row['submission_id'])).size).toBe(1);
  });

  it('goes without it, under the same number, where the form takes none', async () => {
    const form = tab('no-files');
    expect(await form.submit(withFile('one', 'Ñandú'))).toEqual({ kind: 'refused', reason: 'files' });
    const [waiting] = await form.pending();
    expect(await form.submit(message('one'))).toMatchObject({ kind: 'sent' });
    expect((await sent()).map((row) => row['submission_id'])).toEqual([waiting?.entry.id]);
    expect(await files()).toEqual([[]]);
  });

  it('lives as long as the page where the device has no room for it, and is sent all the same', async () => {
    const own = createRecordStore(() => factory);
    const full: RecordStore = {
      ...own,
      change: (list, id, change) =>
        own.change(list, id, (record) => {
          const next = change(record);
          if (next && 'file' in next) throw new DOMException('', 'QuotaExceededError');
          return next;
        }),
    };
    online = false;
    const form = tab('local', { records: full });
    expect(await form.submit(withFile('one', 'Ñandú'))).toEqual({ kind: 'waiting' });
    expect((await form.pending()).map(({ isStored }) => isStored)).toEqual([false]);
    online = true;
    await form.flush();
    expect(await files()).toEqual([[page]]);
  });

  it('is waited for longer, the larger the file is', () => {
    expect(answerTimeoutMs({ file: undefined }, 20_000)).toBe(20_000);
    expect(answerTimeoutMs({ file: new Blob(['x'.repeat(2_000_000)]) }, 20_000)).toBe(120_000);
  });
});

describe('an application', () => {
  it('keeps its number through attempts that fail, and is in the log when it has arrived', async () => {
    const form = tab('lost-answer');
    expect(await form.submit(message('one'))).toEqual({ kind: 'unconfirmed', reason: 'network' });
    expect((await form.pending()).map(({ mine, isStored }) => ({ mine, isStored }))).toEqual([
      { mine: true, isStored: true },
    ]);
    const later = tab();
    expect(await later.restore(() => true)).toBeUndefined();
    const [waiting] = await form.pending();
    if (!waiting) throw new Error('Nothing waits.');
    const records = createRecordStore(() => factory);
    await records.change('outbox', waiting.entry.id, (entry) => ({
      ...(entry as typeof waiting.entry),
      formId: 'local',
    }));
    await form.retry(waiting.entry);
    const rows = await sent();
    expect(rows.map((row) => row['submission_id'])).toEqual([waiting.entry.id, waiting.entry.id]);
    expect(await form.pending()).toEqual([]);
    expect(await records.all('drafts')).toEqual([]);
    expect(await records.all('outbox')).toMatchObject([
      {
        id: waiting.entry.id,
        state: 'sent',
        replyBy: '2026-12-05T12:00:00.000Z',
        copy: { text: 'one', payload: { motivation: 'one' } },
      },
    ]);
  });

  it('of another tab is told of first, and the next one corrects it, with its number', async () => {
    const [one, other] = [tab(), tab()];
    await one.submit(message('one'));
    expect(await other.submit(message('two'))).toEqual({ kind: 'earlier' });
    const [told] = await other.earlier();
    expect(await other.submit(message('two'))).toMatchObject({ kind: 'sent' });
    expect((await sent()).map((row) => [row['submission_id'], row['follow_up_to']])).toEqual([
      [told?.id, undefined],
      [told?.id, told?.id],
    ]);
    expect(await createRecordStore(() => factory).all('outbox')).toMatchObject([
      { id: told?.id, state: 'sent', appliedAt: told?.appliedAt, copy: { text: 'two' } },
    ]);
  });

  it('that was withdrawn is no longer corrected: the next one is new, and follows it', async () => {
    const form = tab();
    await form.submit(message('one'));
    const [first] = await form.earlier();
    if (!first) throw new Error('Nothing was sent.');
    const entry = createWithdrawalEntry(first, {
      id: 'w',
      now: Date.now(),
      locale: 'en',
      title: 'Withdrawn: Wells',
      logPath: '/en/saved/',
    });
    await createRecordStore(() => factory).change('outbox', 'w', () => entry);
    await form.flush();
    const [, withdrawal] = await sent();
    expect(withdrawal).toMatchObject({ purpose: 'withdrawal', submission_id: first.id });
    await form.submit(message('two'));
    const [, , next] = await sent();
    expect(next?.['submission_id']).not.toBe(first.id);
    expect(next?.['follow_up_to']).toBe(first.id);
  });

  it('that is corrected while there is no connection stays in the log, and is corrected later', async () => {
    const form = tab();
    await form.submit(message('one'));
    const [first] = await form.earlier();
    online = false;
    expect(await form.submit(message('two'))).toEqual({ kind: 'waiting' });
    expect((await tab().earlier()).map(({ id }) => id)).toEqual([first?.id]);
    online = true;
    await tab().flush();
    expect((await sent()).map((row) => row['submission_id'])).toEqual([first?.id, first?.id]);
    expect(await form.pending()).toEqual([]);
    const [corrected] = await form.earlier();
    expect(corrected).toMatchObject({ correctedAt: expect.any(String) as string, copy: { text: 'two' } });
  });

  it('that waits holds back another tab’s, whose draft stays', async () => {
    online = false;
    const [one, other] = [tab(), tab()];
    expect(await one.submit(message('one'))).toEqual({ kind: 'waiting' });
    online = true;
    expect(await other.submit(message('two'))).toEqual({ kind: 'pending' });
    expect(other.drafts.state()).toBe('saved');
    await other.flush();
    expect((await sent()).map((row) => row['motivation'])).toEqual(['one']);
  });

  it('is sent once where Send is pressed twice', async () => {
    const form = tab('slow-50');
    const both = await Promise.all([form.submit(message('one')), form.submit(message('one'))]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['busy', 'sent']);
    expect(await sent()).toHaveLength(1);
  });

  it('goes out at the earliest when that much time is over, and is kept before', async () => {
    const form = tab();
    const submitting = form.submit({ ...message('one'), notBefore: 300 });
    await pause(150);
    expect(await sent()).toEqual([]);
    expect((await form.pending()).map(({ isStored }) => isStored)).toEqual([true]);
    expect(await submitting).toMatchObject({ kind: 'sent' });
  });

  it('isn’t sent after the closing', async () => {
    const form = tab('local', {}, Date.parse('2026-11-25T12:00:00.000Z'));
    expect(await form.submit(message('one'))).toEqual({ kind: 'closed' });
    expect(await sent()).toEqual([]);
  });

  it('leaves nothing on a device that is shared', async () => {
    const form = tab('lost-request', { isShared: true });
    expect(await form.submit(message('one'))).toMatchObject({ kind: 'unconfirmed' });
    expect((await form.pending()).map(({ isStored }) => isStored)).toEqual([false]);
    expect(await factory.databases()).toEqual([]);
  });

  it.each([
    ['1 MB of text', 'x'.repeat(900_000)],
    ['signs from right to left, without width, and emoji', 'مرحبا \u202e\u200b 👩🏽‍🚀'],
    ['HTML', '<img src=x onerror=alert(1)><script>alert(1)</script>'],
    ['what looks like headers', 'a\r\nBcc: everybody@example.org'],
    ['huge and negative numbers', '-1e999999'],
  ])('arrives as it was written: %s', async (_, text) => {
    expect(await tab().submit(message(text))).toMatchObject({ kind: 'sent' });
    expect((await sent())[0]?.['motivation']).toBe(text);
  });

  it('that is too long for the form is refused, and stays', async () => {
    const form = tab();
    expect(await form.submit(message('x'.repeat(1_100_000)))).toEqual({ kind: 'refused', reason: 'long' });
    expect(form.drafts.draft()?.answers['motivation']).toHaveLength(1_100_000);
  });
});
