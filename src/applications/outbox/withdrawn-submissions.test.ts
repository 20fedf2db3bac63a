import { describe, expect, it, vi } from 'vitest';
import { isDeleted } from '@/device/storage/application/outbox-entry';
import { useFormSubmissions } from './form-submissions.fixture';

const { sent, tab, message, unsent, withdraw, records: deviceRecords, setOnline } = useFormSubmissions();

describe('an application that was sent before the closing and arrives after it', () => {
  const closesAt = Date.parse('2026-11-25T12:00:00.000Z');
  const at = (ms: number) => ({ now: () => closesAt + ms });

  it('says when Send was pressed and when the opportunity closed', async () => {
    setOnline(false);
    expect(await tab('local', at(-60_000), closesAt).submit(message('one'))).toMatchObject({
      kind: 'waiting',
    });
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

  it('isn’t sent by itself where it waits from an earlier visit, and stays on the device', async () => {
    setOnline(false);
    expect(await tab().submit(message('one'))).toMatchObject({ kind: 'waiting' });
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
  it('gives its number to the next one where it may have arrived', async () => {
    const form = tab('lost-answer');
    await form.submit(message('one'));
    const [waiting] = await form.pending();
    if (!waiting) throw new Error('Nothing waits.');
    await form.remove(waiting.entry);
    expect(await form.pending()).toEqual([]);
    const [kept] = await unsent();
    expect(kept && isDeleted(kept)).toBe(true);
    expect(JSON.stringify(await deviceRecords().all('outbox'))).not.toContain('one');
    await tab().submit(message('two'));
    const numbers = (await sent()).map((row) => row['submission_id']);
    expect(numbers).toEqual([waiting.entry.id, waiting.entry.id]);
  });

  it('leaves nothing where it was never tried', async () => {
    const form = tab();
    const submitting = form.submit({ ...message('one'), notBefore: 1000 });
    const waiting = await vi.waitFor(async () => {
      const [first] = await form.pending();
      if (!first) throw new Error('Nothing waits.');
      return first;
    });
    await form.remove(waiting.entry);
    await submitting;
    expect(await unsent()).toEqual([]);
    expect(await sent()).toEqual([]);
  });
});

describe('a device that turns out to be shared', () => {
  it('keeps nothing of what could not be sent, which goes from the page under its number', async () => {
    setOnline(false);
    const form = tab();
    expect(await form.submit(message('one'))).toMatchObject({ kind: 'waiting' });
    const [before] = await form.pending();
    await form.setShared(true);
    expect(form.isAtRisk()).toBe(true);
    const records = deviceRecords();
    expect([...(await records.all('outbox')), ...(await records.all('drafts'))]).toEqual([]);
    setOnline(true);
    await form.flush(true);
    expect((await sent()).map((row) => row['submission_id'])).toEqual([before?.entry.id]);
    expect(await form.pending()).toEqual([]);
    expect(form.isAtRisk()).toBe(false);
    expect(await records.all('outbox')).toEqual([]);
  });
});

it('a message that withdraws an application leaves a device that turns out to be shared', async () => {
  const form = tab();
  await form.submit(message('one'));
  await withdraw(form);
  const records = deviceRecords();
  await form.setShared(true);
  expect([...(await records.all('outbox')), ...(await records.all('drafts'))]).toEqual([]);
  await form.flush();
  expect((await sent()).map((row) => row['purpose'])).toEqual([undefined, 'withdrawal']);
});
