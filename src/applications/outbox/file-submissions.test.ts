import { describe, expect, it } from 'vitest';
import { readOutboxEntry } from '@/device/storage/application/outbox-entry';
import { answerTimeoutMs } from './submit/queue';
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
    expect(await tab().submit(withFile('one', 'Ñandú'))).toMatchObject({ kind: 'waiting' });
    const records = deviceRecords();
    const [kept] = (await records.all('outbox')).map(readOutboxEntry);
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
