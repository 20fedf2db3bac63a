import { readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { cached, cachedFile, clearCache, keepCached, readCached, writeCached, type CacheKey } from './cached';
import { codeVersion } from './code-version';

const folder = temporaryFolder();

const key: CacheKey = { name: 'entries', code: 'v1', input: 'a' };
const read = (of: Partial<CacheKey> = {}) => readCached({ ...key, ...of }, folder.at());
const write = (value: unknown, of: Partial<CacheKey> = {}) =>
  writeCached({ ...key, ...of }, value, folder.at());
const fileOf = (of: Partial<CacheKey> = {}) => cachedFile({ ...key, ...of }, folder.at());

const values = [new Map([['Ça\n\u2028', [1, null, -0]]]), Buffer.from([0, 255]), '', { a: undefined }];

describe('a value between builds', () => {
  it.each(values)('is what was written (%#)', (value) => {
    write(value);
    expect(read()).toStrictEqual(value);
  });

  it('isn’t that of other code, of another input or of another kind', () => {
    write('one');
    for (const other of [{ code: 'v2' }, { input: 'b' }, { name: 'search' }] as const) {
      expect(read(other)).toBeUndefined();
      write('other', other);
    }
    expect(read()).toBe('one');
    expect(folder.files()).toHaveLength(4);
  });

  it('takes the place of that of other code or input, where both are of the same', () => {
    write('one', { of: 'en' });
    expect(read({ of: 'en', input: 'b' })).toBeUndefined();
    write('two', { of: 'en', input: 'b', code: 'v2' });
    expect(read({ of: 'en' })).toBeUndefined();
    expect(read({ of: 'en', input: 'b', code: 'v2' })).toBe('two');
    expect(folder.files()).toHaveLength(1);
  });

  it('isn’t read if any byte is missing, wrong or too many', () => {
    write({ text: 'some' });
    const whole = readFileSync(fileOf());
    for (let length = 0; length < whole.length; length++) {
      truncateSync(fileOf(), length);
      expect(read()).toBeUndefined();
      const turned = Buffer.from(whole);
      turned.writeUInt8(turned.readUInt8(length) ^ 1, length);
      writeFileSync(fileOf(), turned);
      expect(read()).toBeUndefined();
    }
    writeFileSync(fileOf(), Buffer.concat([whole, Buffer.from('x')]));
    expect(read()).toBeUndefined();
  });

  it('is made once, and again where it is damaged', async () => {
    let made = 0;
    const ask = () => cached(key, () => ++made, folder.at());
    expect([await ask(), await ask()]).toEqual([1, 1]);
    truncateSync(fileOf(), 5);
    expect([await ask(), await ask()]).toEqual([2, 2]);
    await expect(
      cached({ ...key, input: 'b' }, () => Promise.reject(new Error('no')), folder.at()),
    ).rejects.toThrow('no');
    expect(folder.files()).toHaveLength(1);
  });

  it('is used although it can’t be kept', async () => {
    const file = folder.write('file', '');
    expect(await cached(key, () => 1, file)).toBe(1);
    expect(keepCached(key, 1, file)).toBe(false);
    expect(() => writeCached(key, 1, file)).toThrow('EEXIST');
    expect(folder.files()).toEqual(['file']);
  });
});

describe('clearing', () => {
  const hour = 3_600_000;
  const age = (file: string, ms: number) => {
    const then = new Date(Date.now() - ms);
    utimesSync(file, then, then);
  };

  /** Writes values of 100 kB each with their age in hours. */
  const writeAged = (ages: readonly number[]) => {
    for (const hours of ages) {
      write('x'.repeat(100_000), { input: String(hours) });
      age(fileOf({ input: String(hours) }), hours * hour);
    }
  };
  const left = (ages: readonly number[]) =>
    ages.filter((hours) => statSync(fileOf({ input: String(hours) }), { throwIfNoEntry: false }));

  it('removes what was not used for a month', () => {
    const ages = [0, 24, 24 * 29, 24 * 31];
    writeAged(ages);
    clearCache(folder.at());
    expect(left(ages)).toEqual([0, 24, 24 * 29]);
  });

  it('removes the least used beyond a size, but nothing that another build may be using', () => {
    const ages = [0, 0.5, 0.9, 2, 3];
    writeAged(ages);
    clearCache(folder.at(), 450_000);
    expect(left(ages)).toEqual([0, 0.5, 0.9, 2]);
    clearCache(folder.at(), 150_000);
    expect(left(ages)).toEqual([0, 0.5, 0.9]);
  });

  it('counts reading as use', () => {
    writeAged([5, 6]);
    read({ input: '6' });
    clearCache(folder.at(), 150_000);
    expect(left([5, 6])).toEqual([6]);
  });

  it('removes what killed builds left, not what others are writing', () => {
    for (const [name, ms] of [
      ['a.partial', 2 * hour],
      ['b.partial', hour / 2],
    ] as const)
      age(folder.write(name, ''), ms);
    clearCache(folder.at());
    expect(folder.files()).toEqual(['b.partial']);
  });
});

it('the version of code is the same at each call, and depends on the folders', () => {
  expect(codeVersion(['src/cache'])).toBe(codeVersion(['src/cache']));
  expect(codeVersion(['src/sources'])).not.toBe(codeVersion(['src/cache']));
});
