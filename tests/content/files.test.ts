/** The sample's files are written as pull writes them, and survive a space unchanged. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { setUpSpace } from '@scripts/cms/setup/setup-command';
import { expectSameAfterRoundTrip, transferContext } from '@scripts/cms/transfer/round-trip.fixture';
import { startStandIn } from '../contentful/start';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { createFilesSource } from '@/sources/files/files-source';
import { entryFilePath, formatEntry } from '@/sources/files/format-entry';

it('is written, each file, as pull would write it', async () => {
  const { entries, problems } = await createFilesSource('content').read(() => undefined);
  expect(problems).toEqual([]);
  expect(entries.length).toBeGreaterThan(80);
  for (const entry of entries) {
    const file = entryFilePath(entry);
    expect({ file, text: formatEntry(entry) }).toEqual({
      file,
      text: await readFile(path.join('content', file), 'utf8'),
    });
  }
});

const folder = temporaryFolder();

it('is the same after a push to a space and a pull from it', { timeout: 120_000 }, async () => {
  const standIn = await startStandIn({});
  onTestFinished(() => standIn.close());
  await setUpSpace({ yes: true }, transferContext(standIn, 'content'));
  await expectSameAfterRoundTrip(standIn, 'content', folder.at());
});
