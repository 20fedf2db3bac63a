import { describe, expect, it, vi } from 'vitest';
import { createWithdrawalEntry } from '@/device/applied/withdrawal-entry';
import { useFormSubmissions } from './form-submissions.fixture';

const { sent, tab, message, unsent, records: deviceRecords, setOnline } = useFormSubmissions();

describe('an application that was sent before the closing and arrives after it', () => {
  const closesAt = Date.parse('2026-11-25T12:00:00.000Z');
  const at = (ms: number) => ({ now: () => closesAt + ms });

  it('says when Send was pressed and when the opportunity closed', async () => {
    setOnline(false);
    expect(await tab('local', at(-60_000), closesAt).submit(message('one'))).toEqual({ kind: 'waiting' });
    setOnline(true);
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
    setOnline(false);
    const first = tab('lost-request', at(-60_000), closesAt);
    await first.submit(message('one'));
    setOnline(true);
    const later = tab('local', at(8 * 86_400_000), closesAt);
    await later.flush(true);
    const [waiting] = await later.pending();
    expect(waiting?.entry.payload['motivation']).toBe('one');
  });
});

describe('an application to what was filled meanwhile', () => {
  const filled = { checkSiteForm: () => Promise.resolve({ isOpen: false }) };

  it('isn’t sent, and what was written stays', async () => {
    const form = tab('local', filled);
    expect(await form.submit(message('one'))).toEqual({ kind: 'closed' });
    expect(await sent()).toEqual([]);
    expect(await form.pending()).toEqual([]);
    expect(form.drafts.draft()?.answers).toEqual({ motivation: 'one' });
    expect(await deviceRecords().all('drafts')).toHaveLength(1);
  });

  it('isn’t sent by itself where it waits from an earlier visit, and stays on the device', async () => {
    setOnline(false);
    expect(await tab().submit(message('one'))).toEqual({ kind: 'waiting' });
    setOnline(true);
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
    expect(JSON.stringify(await deviceRecords().all('outbox'))).not.toContain('one');
  });

  it('leaves nothing where it was never tried', async () => {
    const form = tab();
    const submitting = form.submit({ ...message('one'), notBefore: 1000 });
    const waiting = await vi.waitFor(async () => {
      const [first] = await form.pending();
      if (!first) throw new Error('Nothing waits.');
      return first;
    });
    await form.withdraw(waiting.entry);
    await submitting;
    expect(await unsent()).toEqual([]);
    expect(await sent()).toEqual([]);
  });
});

describe('a device that turns out to be shared', () => {
  it('keeps nothing of what could not be sent, which goes from the page under its number', async () => {
    setOnline(false);
    const form = tab();
    expect(await form.submit(message('one'))).toEqual({ kind: 'waiting' });
    const [before] = await form.pending();
    await form.setShared(true);
    expect(form.isAtRisk()).toBe(true);
    const records = deviceRecords();
    expect([...(await records.all('outbox')), ...(await records.all('drafts'))]).toEqual([]);
    setOnline(true);
    await form.flush(true);
    expect((await sent()).map((row) => row['submission_id'])).toEqual([before?.entry.id]);
    expect(form.isAtRisk()).toBe(false);
    expect(await records.all('outbox')).toEqual([]);
  });

  it('has it again where that is taken back', async () => {
    setOnline(false);
    const form = tab('local', { isShared: true });
    await form.submit(message('one'));
    const [before] = await form.pending();
    await form.setShared(false);
    expect(await form.pending()).toMatchObject([{ entry: { id: before?.entry.id }, isStored: true }]);
    setOnline(true);
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
  const records = deviceRecords();
  await records.change('outbox', 'w', () => entry);
  await form.setShared(true);
  expect([...(await records.all('outbox')), ...(await records.all('drafts'))]).toEqual([]);
  await form.flush();
  expect((await sent()).map((row) => row['purpose'])).toEqual([undefined, 'withdrawal']);
});
