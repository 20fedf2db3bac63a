import { OperatorError } from '@/model/operator-error';
import { describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { editorTranslator } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import type { PreparedContent } from '@/site/prepare/prepare';
import { defaultTolerance } from '@/pipeline/check/publishable';
import type { PublishedSite } from '../targets/published-site';
import { assertNoContentLoss, assertSourceIntended } from './content-loss';

const source = 'files in content';

/** `('campaign', 2) -> the records of the entries campaign-0 and campaign-1` */
const recordsOf = (type: ContentTypeName, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    type,
    id: `${type}-${n}`,
    title: `The ${type} ${n}`,
  }));

type Counts = Partial<Record<ContentTypeName, number>>;

const published: Counts = {
  opportunity: 48,
  organization: 12,
  campaign: 4,
  page: 7,
  synonyms: 1,
  settings: 1,
};

const before: PublishedSite = {
  source,
  now: 0,
  locales: ['en', 'fr', 'es'],
  entries: contentTypeNames.flatMap((type) => recordsOf(type, published[type] ?? 0)),
  addresses: {},
  fixedPages: [],
  manifest: '',
};

interface Now {
  readonly shown?: Counts;
  readonly unpublished?: Counts;
  readonly locales?: readonly Locale[];
  readonly source?: string;
  readonly mayLack?: string;
  readonly isAbsenceDecided?: boolean;
}

/** A build that has what was there before, the first ones of each type, but for what is said. */
function now(changes: Now): PreparedContent {
  const counts = Object.fromEntries(
    contentTypeNames.map((type) => {
      const shown = changes.shown?.[type] ?? published[type] ?? 0;
      const unpublished = changes.unpublished?.[type] ?? 0;
      return [type, { read: shown + unpublished, unpublished, leftOut: 0, shown }];
    }),
  ) as PreparedContent['counts'];
  const entries = contentTypeNames.flatMap((type) => recordsOf(type, counts[type].shown));
  const heldBack = contentTypeNames.flatMap((type) =>
    recordsOf(type, counts[type].read).slice(counts[type].shown),
  );
  const mayLack = new Set(readConfig({ CONTENT_MAY_LACK: changes.mayLack }).content.allowedLosses);
  return {
    content: { locales: changes.locales ?? before.locales, entries },
    counts,
    heldBack,
    coming: [],
    leftOut: [],
    isAbsenceDecided: changes.isAbsenceDecided === true,
    source: changes.source ?? source,
    tolerance: { ...defaultTolerance, mayLack },
  } as unknown as PreparedContent;
}

const compare = (changes: Now) => () => assertNoContentLoss(before, now(changes));

/** An error whose hint asks the operator to confirm these losses. */
const asking = (losses: string) =>
  expect.objectContaining({
    hint: expect.stringContaining(`build once with CONTENT_MAY_LACK=${losses}.`) as unknown,
  }) as Error;

describe('what is gone since the last build', () => {
  it('is nothing where nothing changed, or nothing was there', () => {
    expect(compare({})).not.toThrow();
    expect(() => assertNoContentLoss(undefined, now({ shown: { campaign: 0 } }))).not.toThrow();
  });

  it.each(['campaign', 'synonyms'] as const)('is not believed to be everything of type %s', (type) => {
    expect(compare({ shown: { [type]: 0 } })).toThrow(OperatorError);
    expect(compare({ shown: { [type]: 0 } })).toThrow(
      `Nothing was published.\n  ${type}: ${published[type]} on the site, 0 left in the source\n    “The ${type} 0” (${type}-0)`,
    );
  });

  it('is not believed to be more than half of many', () => {
    expect(compare({ shown: { opportunity: 24, organization: 6 } })).not.toThrow();
    expect(compare({ shown: { opportunity: 23 } })).toThrow('  opportunity: 48 on the site, 23 left');
    expect(compare({ shown: { organization: 5 } })).toThrow('  organization: 12 on the site, 5 left');
  });

  it('may be most of a few, as editors tidy up', () => {
    expect(compare({ shown: { campaign: 1, page: 1 } })).not.toThrow();
  });

  it('names ten entries, and counts the others', () => {
    expect(compare({ shown: { opportunity: 23 } })).toThrow(
      /23 left in the source\n {4}“The opportunity 23” \(opportunity-23\)\n(.+\n){9} {4}… and 15 more$/,
    );
  });

  it('may be everything of a type where an editor made drafts of it, or the source reports it', () => {
    expect(compare({ shown: { campaign: 0 }, unpublished: { campaign: 4 } })).not.toThrow();
    expect(compare({ shown: { opportunity: 20 }, unpublished: { opportunity: 20 } })).not.toThrow();
    expect(compare({ shown: { campaign: 0 }, isAbsenceDecided: true })).not.toThrow();
  });

  it('is not believed to be more than half of the site, whatever the reason', () => {
    const drafts = { shown: { opportunity: 8 }, unpublished: { opportunity: 40 } };
    expect(compare({ shown: { opportunity: 12 }, unpublished: { opportunity: 36 } })).not.toThrow();
    expect(compare(drafts)).toThrow('Of 73 entries on the site, 33 would be left: more than half would go.');
    expect(compare({ shown: { opportunity: 8 }, isAbsenceDecided: true })).toThrow(asking('opportunity'));
    expect(compare({ ...drafts, mayLack: 'opportunity' })).not.toThrow();
  });

  it('is not believed to be a language', () => {
    expect(compare({ locales: ['en', 'fr'] })).toThrow('  es: the site was in Español, and is no more');
  });

  it.each<Now>([
    { shown: { opportunity: 23 } },
    { locales: ['en', 'fr'] },
    { shown: { opportunity: 8 }, isAbsenceDecided: true },
  ])('is told in the report’s language, but for titles: %j', (changes) => {
    let told = '';
    try {
      compare(changes)();
    } catch (error) {
      told = error instanceof OperatorError ? `${error.message}\n${error.hint}` : '';
    }
    const t = editorTranslator('fr');
    const lines = told.split('\n').filter((line) => !line.includes('“'));
    expect(lines.filter((line) => t.filled(line.trimStart()) === line.trimStart())).toEqual([]);
    expect(lines.length).toBeGreaterThan(2);
  });

  it('may be what the operator confirms, and nothing else', () => {
    const changes = { shown: { campaign: 0, page: 0 }, locales: ['en'] as const };
    expect(compare({ ...changes, mayLack: 'campaign,page,fr,es' })).not.toThrow();
    expect(compare({ ...changes, mayLack: 'campaign,fr' })).toThrow(
      /\n {2}page: 7 on the site, 0 left in the source\n( {4}.+\n){7} {2}es: the site was in Español, and is no more$/,
    );
    expect(compare({ ...changes, mayLack: 'campaign,fr' })).toThrow(asking('page,es'));
  });

  it('is not asked of another source: that is another site', () => {
    expect(compare({ shown: { campaign: 0 }, source: 'files in elsewhere' })).not.toThrow();
  });
});

describe('a source that nobody named', () => {
  const space = { ...before, source: 'Contentful space abc, environment master' };
  const site = { SITE_URL: 'https://volunteer.example.org' };
  const assertMeant = (was: PublishedSite | undefined, env: Record<string, string>) =>
    assertSourceIntended(was, now({}), readConfig(env));

  it('doesn’t take the place of another one on a public site', () => {
    expect(() => assertMeant(space, site)).toThrow(OperatorError);
    expect(() => assertMeant(space, { ...site, CONTENTFUL_SPACE_ID: '' })).toThrow(
      'since none of CONTENT_SOURCE, CONTENT_DIR, CONTENTFUL_SPACE_ID is set. Nothing was published.',
    );
  });

  it('may, where it is named, where it is the same, at first, and on one’s own machine', () => {
    expect(() => assertMeant(space, { ...site, CONTENT_SOURCE: 'files' })).not.toThrow();
    expect(() => assertMeant(before, site)).not.toThrow();
    expect(() => assertMeant(undefined, site)).not.toThrow();
    expect(() => assertMeant(space, {})).not.toThrow();
  });
});
