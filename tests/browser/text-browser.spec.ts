/** What a text browser, a reader or a search engine reads of a page: all that is true at the build, and nothing else. */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { locales, type Locale } from '../../src/i18n/locales';
import { label } from '../../src/i18n/names';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import type { Stage } from '../../src/model/time/lifecycle';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { full } from '../test-scope';
import { siteDir } from '../../scripts/test/ports';
import { findTemplatePages } from '../../scripts/built-site/tested-pages';
import { opportunitiesIn } from './sample';
import { dumpPage, hasW3m } from './w3m';

const pages = readBuiltPages(siteDir);
const templates = findTemplatePages(pages);
const tested = full ? pages : pages.filter((page) => templates.some(({ path: own }) => own === page.path));

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

const textOf = (node: Node): string =>
  'value' in node ? node.value.trim() : childrenOf(node).map(textOf).join('');

/** Parts that are hidden by an attribute alone, and what of them shows without style sheets. */
function hiddenParts(node: Node): string[] {
  const isHidden = 'attrs' in node && node.attrs.some(({ name }) => name === 'hidden');
  if (!isHidden) return childrenOf(node).flatMap(hiddenParts);
  const controls = (inner: Node): readonly string[] =>
    'tagName' in inner &&
    /^(?:button|a)$/.test(inner.tagName) &&
    inner.attrs.some(({ name }) => /^(?:href|type)$/.test(name))
      ? [inner.tagName]
      : childrenOf(inner).flatMap(controls);
  return [textOf(node), ...controls(node)].filter((shown) => shown !== '');
}

test('what is hidden by an attribute has nothing in it that could be read or pressed', () => {
  expect(tested.length).toBeGreaterThan(80);
  const read = tested.flatMap(({ path: own, html }) =>
    hiddenParts(parse(html)).map((part) => `${own}: ${part}`),
  );
  expect(read).toEqual([]);
});

/** What w3m shows of a page of the built site. */
const dump = (own: string) => dumpPage(path.join(siteDir, own, 'index.html'));

/** Words of a page that tell of a closing, by their keys, up to their first gap. */
function closingWords(locale: Locale) {
  const t = translator(locale);
  const [closedOn = ''] = t('opportunity.closed', { day: '§' }).split('§');
  return {
    closed: closedOn,
    noDate: t('opportunity.closed.noDate'),
    filled: t('opportunity.filled'),
    paused: t('opportunity.paused'),
    soon: t('closing.soon'),
    status: `${label(t, 'facet', 'status')}\n`,
    emptied: t('rows.emptied'),
  };
}

const first = (locale: Locale, ...stages: readonly Stage[]) => {
  const found = opportunitiesIn(locale).find(({ stage }) => stages.includes(stage));
  if (!found) throw new Error(`The sample has no opportunity that is ${stages.join(' or ')}.`);
  return found;
};

test.describe('in w3m', () => {
  // npm test installs w3m where it can.
  test.skip(!hasW3m, 'There is no w3m.');

  for (const locale of locales) {
    const t = translator(locale);

    test(`an open opportunity says nothing of a closing that hasn’t come (${locale})`, async () => {
      const own = opportunitiesIn(locale).find(
        ({ stage, closesAt, shared }) =>
          stage === 'open' && closesAt !== undefined && shared.applyBy === 'form',
      );
      if (!own) throw new Error('The sample has no open opportunity that closes.');
      const text = await dump(own.path);
      expect(text).toContain(own.texts.title.value);
      expect(text).toContain(t('apply.title'));
      for (const [name, words] of Object.entries(closingWords(locale)))
        expect(text, name).not.toContain(words);
      // Nor of what a script does.
      for (const words of [t('save'), t('share.system'), t('fit.forYou'), t('fit.change')])
        expect(text.split('\n').map((line) => line.trim())).not.toContain(words);
    });

    test(`a closed or filled one says so (${locale})`, async () => {
      const words = closingWords(locale);
      const closed = await dump(first(locale, 'closed').path);
      expect(closed.includes(words.closed) || closed.includes(words.noDate)).toBe(true);
      expect(closed).toContain(words.status);
      expect(closed).not.toContain(t('apply.title'));
      expect(await dump(first(locale, 'filled').path)).toContain(words.filled);
    });

    test(`pages say nothing that only a script would make true (${locale})`, async () => {
      const page = (section: Parameters<typeof pathOf>[1]) => dump(pathOf(locale, section));
      const saved = await page({ to: 'section', section: 'saved' });
      expect(saved).toContain(t('saved.noScript'));
      expect(saved).not.toContain(t('saved.loading'));
      expect(saved).not.toContain(t('outbox.title'));
      const search = await page({ to: 'section', section: 'search' });
      expect(search).toContain(t('search.noScript'));
      expect(search).not.toContain(t('search.loading'));
      expect(await page({ to: 'offline' })).not.toContain(t('offline.list'));
      expect(await page({ to: 'section', section: 'thanks' })).not.toContain(t('thanks.on.applied'));
      const propose = await page({ to: 'section', section: 'propose' });
      expect(propose).not.toContain(t('message.check.title'));
      expect(propose).not.toContain(t('message.preview.title'));
      const privacy = templates.find((one) => one.template === 'privacy' && one.locale === locale);
      const kept = await dump(privacy?.path ?? '');
      expect(kept).toContain(t('kept.noScript'));
      expect(kept).not.toContain(t('kept.deleteAll'));
    });

    test(`a list says nothing of being empty (${locale})`, async () => {
      const text = await dump(pathOf(locale, { to: 'browse-value', facet: 'task', value: 'translation' }));
      expect(text).not.toContain(t('rows.emptied'));
      expect(text.split('\n').map((line) => line.trim())).not.toContain(t('status.closed'));
    });
  }
});
