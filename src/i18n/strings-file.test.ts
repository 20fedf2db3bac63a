import { expect, test } from 'vitest';
import { stringsFile } from './strings-file';
import { translator } from './translate';

const t = translator('fr');

test('has the strings as they are, under a name that changes with them', () => {
  const file = stringsFile(t, 'one', () => ({ go: 'Partez' }));
  expect(JSON.parse(file.text)).toEqual({ go: 'Partez' });
  expect(file.name).toMatch(/^one-words\.fr\.[0-9a-f]{8}$/);
  expect(file.path).toBe(`/assets/${file.name}.json`);
  const changed = stringsFile(t, 'other', () => ({ go: 'Allez' }));
  expect(changed.name.slice(-8)).not.toBe(file.name.slice(-8));
});

test('is made once', () => {
  expect(stringsFile(t, 'one', () => ({}))).toBe(stringsFile(t, 'one', () => ({})));
});
