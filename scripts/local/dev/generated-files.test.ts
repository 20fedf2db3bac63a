import { expect, it } from 'vitest';
import { isGeneratorCode } from './generated-files';

it.each(['src/search/index/build-index.ts', 'src/feeds/rss.ts', 'src/i18n/strings/fr.json'])(
  'has the search and the feeds generated again when %s is saved',
  (file) => expect(isGeneratorCode(file)).toBe(true),
);

it.each([
  'src/search/query/engine.client.ts',
  'src/search/ui/Search.tsx',
  'src/search/page/search.css',
  'src/feeds/feed.fixture.ts',
  'src/feeds/writers.test.ts',
  'src/views/home.ts',
  'scripts/search/x.ts',
])('leaves them as they are when %s is saved', (file) => expect(isGeneratorCode(file)).toBe(false));
