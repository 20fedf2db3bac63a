import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { bundleHeadScript } from '@/render/head-scripts';

const prepareScript = bundleHeadScript('src/search/page/prepare-search.head.client.ts');

/** What the script does in a page with this address: it puts the template’s links there, or hides the page’s rows. */
function prepare(search: string) {
  const done = { put: false, hidden: false };
  const script = { previousElementSibling: { content: {} }, before: () => (done.put = true) };
  const classList = { add: (name: string) => (done.hidden = name === 'other-results') };
  runInNewContext(prepareScript, {
    document: { currentScript: script, documentElement: { classList } },
    location: { search },
    URLSearchParams,
    setTimeout: (run: () => void) => run(),
  });
  return done;
}

it.each(['', '?q=', '?q=+&task=web', '?task=web', '?faq=1'])('nothing is preloaded for “%s”', (search) => {
  expect(prepare(search).put).toBe(false);
});

it.each(['?q=abeille', '?task=web&q=12+Étage'])('files are preloaded for “%s”', (search) => {
  expect(prepare(search).put).toBe(true);
});

it.each([
  ['?q=abeille', true],
  ['?task=web', true],
  ['', false],
])('rows that others replace are hidden (“%s”): %s', (search, hidden) => {
  expect(prepare(search).hidden).toBe(hidden);
});
