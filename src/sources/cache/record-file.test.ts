import { readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { codeVersion } from '@/cache/code-version';
import { parseRecord, readRecords, writeRecords } from './record-file';

const folder = temporaryFolder();
let file = '';
beforeEach(() => {
  file = folder.at('some.cache');
});

const values = { a: { title: 'Ça\n\tva \u2028 ?' }, b: [1, null, 'x'], c: '' };
const records = Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)] as const);

async function readValues(version = 'v1'): Promise<unknown> {
  const read = await readRecords(file, version);
  return typeof read === 'string'
    ? read
    : Object.fromEntries([...read].map(([key, value]) => [key, parseRecord(value)]));
}

describe('a file of records', () => {
  it('has what was written, also when it’s written again from its own values', async () => {
    await writeRecords(file, 'v1', records);
    expect(await readValues()).toEqual(values);
    const read = await readRecords(file, 'v1');
    await writeRecords(file, 'v1', read as ReadonlyMap<string, Buffer>);
    expect(await readValues()).toEqual(values);
    expect(folder.files()).toEqual(['some.cache']);
  });

  it('isn’t used if it’s missing, or other code wrote it', async () => {
    expect(await readValues()).toBe('missing');
    await writeRecords(file, 'v1', records);
    expect(await readValues('v2')).toBe('older');
  });

  it('isn’t used if any byte is missing or wrong', async () => {
    await writeRecords(file, 'v1', records);
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length; length++) {
      truncateSync(file, length);
      expect(await readValues()).toBe('damaged');
      const turned = Buffer.from(whole);
      turned.writeUInt8(turned.readUInt8(length) ^ 1, length);
      writeFileSync(file, turned);
      expect(await readValues()).toMatch(/^(?:damaged|older)$/);
      writeFileSync(file, whole);
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.from('d\t1\n')]));
    expect(await readValues()).toBe('damaged');
  });

  it('is always whole while builds write it at once', async () => {
    const large = (n: number) =>
      [['n', String(n)], ...records, ['l', JSON.stringify('x'.repeat(2e6))]] as const;
    await writeRecords(file, 'v1', large(0));
    const writing = Promise.all([1, 2, 3, 4].map((n) => writeRecords(file, 'v1', large(n))));
    for (let reading = 0; reading < 10; reading++) expect(await readValues()).toMatchObject(values);
    await writing;
    expect(await readValues()).toMatchObject(values);
    expect(folder.files()).toEqual(['some.cache']);
  });

  it('stays with the newest of its folder, without what an ended build left', async () => {
    const old = new Date(Date.now() - 86_400_000);
    for (const name of ['1.cache', '2.cache', 'x.partial']) {
      utimesSync(folder.write(name, ''), old, old);
    }
    for (const name of ['3.cache', 'y.partial']) folder.write(name, '');
    await writeRecords(file, 'v1', records, 2);
    expect(folder.files()).toEqual(['3.cache', 'some.cache', 'y.partial']);
  });
});

it('the version of code is the same at each call, and depends on the folders', () => {
  expect(codeVersion(['src/sources/cache'])).toBe(codeVersion(['src/sources/cache']));
  expect(codeVersion(['src/sources'])).not.toBe(codeVersion(['src/sources/cache']));
});
