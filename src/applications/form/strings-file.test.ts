import { expect, test } from 'vitest';
import { translator } from '@/i18n/translate';
import { attachmentStrings } from './attachment/attachment-strings';
import { createStringsFile } from './strings-file';

test('has the strings as they are, under a name that changes with them', () => {
  const strings = attachmentStrings(translator('fr'));
  const file = createStringsFile('fr', strings, 'attachment');
  expect(JSON.parse(file.text)).toEqual(strings);
  expect(file.path).toBe(`/assets/${file.name}.json`);
  expect(createStringsFile('fr', strings, 'attachment')).toEqual(file);
  const changed = { ...strings, 'apply.attachment.remove': 'Partez' };
  expect(createStringsFile('fr', changed, 'attachment').path).not.toBe(file.path);
});
