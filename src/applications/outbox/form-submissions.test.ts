import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readOutboxEntry } from '@/device/storage/application/outbox-entry';
import { useFormSubmissions } from './form-submissions.fixture';
import { answerTimeoutMs } from './submit/queue';

const {
  sent,
  submissions,
  unsent,
  tab,
  message,
  withFile,
  hashOf,
  records: deviceRecords,
  setOnline,
  url,
} = useFormSubmissions();

describe('a form service that asks to be left alone for two minutes', () => {
  const at = Date.parse('2026-11-25T12:00:00.000Z');
  it('is, also where a connection is back', async () => {
    await tab('busy').submit(message('one'));
    const records = deviceRecords();
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
    setOnline(false);
    await tab('not-found').submit(message('one'));
    setOnline(true);
    const form = { endpoint: url(), formId: 'local' };
    await tab('not-found', { checkSiteForm: () => Promise.resolve({ isOpen: true, form }) }).flush();
    expect(await sent()).toHaveLength(1);
  });
});

describe('an application', () => {
  it('keeps its number through attempts that fail, and is in the log when it has arrived', async () => {
    const form = tab('lost-answer');
    expect(await form.submit(message('one'))).toMatchObject({ outcome: { kind: 'unconfirmed' } });
    expect((await form.pending()).map(({ mine, isStored }) => ({ mine, isStored }))).toEqual([
      { mine: true, isStored: true },
    ]);
    const later = tab();
    expect(await later.restore(() => true)).toBeUndefined();
    const [waiting] = await form.pending();
    if (!waiting) throw new Error('Nothing waits.');
    const records = deviceRecords();
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
    expect(await deviceRecords().all('outbox')).toMatchObject([
      { id: told?.id, state: 'sent', appliedAt: told?.appliedAt, copy: { text: 'two' } },
    ]);
  });

  it('that another tab sent with its own text leaves this tab its draft', async () => {
    const [one, other] = [tab(), tab()];
    setOnline(false);
    await one.submit(message('one'));
    expect(await other.submit(message('two'))).toEqual({ kind: 'pending' });
    setOnline(true);
    expect(await other.submit(message('two'))).toMatchObject({ kind: 'sent' });
    expect(await one.pending()).toEqual([]);
    expect(await deviceRecords().all('drafts')).toMatchObject([{ answers: { motivation: 'one' } }]);
  });

  it('that is corrected while there is no connection stays in the log, and is corrected later', async () => {
    const form = tab();
    await form.submit(message('one'));
    const [first] = await form.earlier();
    setOnline(false);
    expect(await form.submit(message('two'))).toMatchObject({ kind: 'waiting' });
    expect((await tab().earlier()).map(({ id }) => id)).toEqual([first?.id]);
    setOnline(true);
    await tab().flush();
    expect((await sent()).map((row) => row['submission_id'])).toEqual([first?.id, first?.id]);
    expect(await form.pending()).toEqual([]);
    const [corrected] = await form.earlier();
    expect(corrected).toMatchObject({ correctedAt: expect.any(String) as string, copy: { text: 'two' } });
  });

  it('goes out at the earliest when that much time is over, and is kept before', async () => {
    const form = tab();
    const submitting = form.submit({ ...message('one'), notBefore: 300 });
    await pause(150);
    expect(await sent()).toEqual([]);
    expect((await form.pending()).map(({ isStored }) => isStored)).toEqual([true]);
    expect(await submitting).toMatchObject({ kind: 'sent' });
  });

  it('that is too long for the form is refused, and stays', async () => {
    const form = tab();
    expect(await form.submit(message('x'.repeat(1_100_000)))).toMatchObject({
      outcome: { kind: 'refused', reason: 'long' },
    });
    expect(form.drafts.draft()?.answers['motivation']).toHaveLength(1_100_000);
  });
});

describe('an application with a file', () => {
  const files = async () =>
    (await submissions()).map(({ files: kept = [] }) =>
      kept.map(({ name, type, sha256 }) => ({ name, type, sha256 })),
    );
  const page = { name: 'page.txt', type: 'text/plain', sha256: hashOf('Ñandú') };

  it('has it on the device before it is sent, and sends it on a later visit, from any page', async () => {
    setOnline(false);
    expect(await tab().submit(withFile('one', 'Ñandú'))).toMatchObject({ kind: 'waiting' });
    const [kept] = (await deviceRecords().all('outbox')).map(readOutboxEntry);
    expect(await kept?.file?.text()).toBe('Ñandú');
    setOnline(true);
    await tab().flush();
    expect(await files()).toEqual([[page]]);
    expect((await sent())[0]).not.toHaveProperty('attachment');
    expect(await unsent()).toEqual([]);
  });

  it('goes without it, under the same number, where the form takes none', async () => {
    const form = tab('no-files');
    expect(await form.submit(withFile('one', 'Ñandú'))).toMatchObject({
      outcome: { kind: 'refused', reason: 'files' },
    });
    const [waiting] = await form.pending();
    expect(await form.submit(message('one'))).toMatchObject({ kind: 'sent' });
    expect((await sent()).map((row) => row['submission_id'])).toEqual([waiting?.entry.id]);
    expect(await files()).toEqual([[]]);
  });

  it('is waited for longer, the larger the file is', () => {
    expect(answerTimeoutMs({ file: undefined }, 20_000)).toBe(20_000);
    expect(answerTimeoutMs({ file: new Blob(['x'.repeat(2_000_000)]) }, 20_000)).toBe(120_000);
  });
});
