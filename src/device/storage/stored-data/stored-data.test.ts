import { expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { databaseParts, storedLists } from './stored-data';

it('what is kept on the device has a key of ours with a version, and words in each language', () => {
  for (const { key } of storedLists) expect(key).toMatch(/^ov:[a-z-]+:\d+$/);
  for (const { id } of [...storedLists, ...databaseParts]) {
    for (const locale of locales) expect(translator(locale)(`kept.${id}.text`)).toMatch(/.{20}/);
  }
  expect(new Set(storedLists.map(({ key }) => key)).size).toBe(storedLists.length);
});
