import { expect, test } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { moveInto } from './move-into';

const folder = temporaryFolder();
const move = () => moveInto(folder.at('from'), folder.at('to'));

test('puts files among those that are there', () => {
  folder.write('from/en/feed.xml', 'feed');
  folder.write('from/search/en.json', 'columns');
  folder.write('to/en/index.html', 'page');
  move();
  expect(folder.files('to')).toEqual(['en/feed.xml', 'en/index.html', 'search/en.json']);
  expect(folder.read('to/en/feed.xml')).toBe('feed');
});

test.each([
  ['a file', 'from/en/index.html'],
  ['a folder', 'from/en/index.html/more'],
])('overwrites nothing with %s', (_, name) => {
  folder.write(name, 'new');
  folder.write('to/en/index.html', 'old');
  expect(move).toThrow('already');
  expect(folder.read('to/en/index.html')).toBe('old');
});
