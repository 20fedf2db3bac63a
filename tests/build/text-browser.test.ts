/** What a text browser, a reader or a search engine reads of a page: all that is true at the build, and nothing else. */
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/i18n/locales';
import { label } from '../../src/i18n/names';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { siteDir } from '../../scripts/test/ports';
import { opportunitiesIn } from '../browser/sample';
import { dumpPage, hasW3m } from '../browser/w3m';
import { sharedSite } from './shared-site';

beforeAll(() => sharedSite('sample'));

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
    status: `${label(t, 'facet', 'status')}\n`,
    emptied: t('rows.emptied'),
  };
}

// npm test installs w3m where it can.
describe.skipIf(!hasW3m)('in w3m', () => {
  const t = translator('fr');

  it('an open opportunity says nothing of a closing that hasn’t come', async () => {
    const own = opportunitiesIn('fr').find(
      ({ stage, closesAt, shared }) =>
        stage === 'open' && closesAt !== undefined && shared.applyBy === 'form',
    );
    if (!own) throw new Error('The sample has no open opportunity that closes.');
    const text = await dump(own.path);
    expect(text).toContain(own.texts.title.value);
    expect(text).toContain(t('apply.title'));
    for (const [name, words] of Object.entries(closingWords('fr'))) expect(text, name).not.toContain(words);
    // Nor of what a script does.
    for (const words of [t('save'), t('share.system'), t('fit.forYou'), t('fit.change')])
      expect(text.split('\n').map((line) => line.trim())).not.toContain(words);
  });

  it('pages say nothing that only a script would make true', async () => {
    const page = (section: Parameters<typeof pathOf>[1]) => dump(pathOf('fr', section));
    const saved = await page({ to: 'section', section: 'saved' });
    expect(saved).toContain(t('saved.noScript'));
    expect(saved).not.toContain(t('saved.loading'));
    expect(saved).not.toContain(t('outbox.title'));
    const search = await page({ to: 'section', section: 'search' });
    expect(search).toContain(t('search.noScript'));
    expect(search).not.toContain(t('search.loading'));
    expect(await page({ to: 'offline' })).not.toContain(t('offline.list'));
    expect(await page({ to: 'section', section: 'thanks' })).not.toContain(t('thanks.on.applied'));
    const privacy = readBuiltPages(siteDir).find(
      ({ path: own, html }) => own.startsWith('/fr/') && html.includes('data-on-device'),
    );
    const kept = await dump(privacy?.path ?? '');
    expect(kept).toContain(t('kept.noScript'));
    expect(kept).not.toContain(t('kept.deleteAll'));
  });

  it('a list says nothing of being empty', async () => {
    const text = await dump(pathOf('fr', { to: 'browse-value', facet: 'task', value: 'translation' }));
    expect(text).not.toContain(t('rows.emptied'));
    expect(text.split('\n').map((line) => line.trim())).not.toContain(t('status.closed'));
  });
});
