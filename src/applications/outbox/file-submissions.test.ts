import { describe, expect, it } from 'vitest';
import { readOutboxEntry } from '@/device/storage/application/outbox-entry';
import type { RecordStore } from '@/device/storage/records';
import { answerTimeoutMs } from './submit/in-flight';
import { useFormSubmissions } from './form-submissions.fixture';

const {
  sent,
  tab,
  message,
  withFile,
  unsent,
  hashOf,
  records: deviceRecords,
  setOnline,
  submissions,
} = useFormSubmissions();

describe('an application with a file', () => {
  const files = async () =>
    (await submissions()).map(({ files: kept = [] }) =>
      kept.map(({ name, type, sha256 }) => ({ name, type, sha256 })),
    );
  const page = { name: 'page.txt', type: 'text/plain', sha256: hashOf('Ñandú') };

  it('has it on the device before it is sent, and sends it on a later visit, from any page', async () => {
    setOnline(false);
    expect(await tab().submit(withFile('one', 'Ñandú'))).toEqual({ kind: 'waiting' });
    const records = deviceRecords();
    const [kept] = (await records.all('outbox')).map(readOutboxEntry);
    expect(await kept?.file?.text()).toBe('Ñandú');
    setOnline(true);
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
    const own = deviceRecords();
    const full: RecordStore = {
      ...own,
      change: (list, id, change) =>
        own.change(list, id, (record) => {
          const next = change(record);
          if (next && 'file' in next) throw new DOMException('', 'QuotaExceededError');
          return next;
        }),
    };
    setOnline(false);
    const form = tab('local', { records: full });
    expect(await form.submit(withFile('one', 'Ñandú'))).toEqual({ kind: 'waiting' });
    expect((await form.pending()).map(({ isStored }) => isStored)).toEqual([false]);
    setOnline(true);
    await form.flush();
    expect(await files()).toEqual([[page]]);
  });

  it('is waited for longer, the larger the file is', () => {
    expect(answerTimeoutMs({ file: undefined }, 20_000)).toBe(20_000);
    expect(answerTimeoutMs({ file: new Blob(['x'.repeat(2_000_000)]) }, 20_000)).toBe(120_000);
  });
});
