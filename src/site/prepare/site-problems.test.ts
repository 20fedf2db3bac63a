import { describe, expect, it } from 'vitest';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { formatProblem } from '@/model/problems';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples/samples';
import { acceptEntries } from '@/pipeline/check/accept';
import { reviewTexts } from './review-texts';
import { buildSite } from '../site';
import { siteProblems } from './site-problems';

function problemsUnder(settings: RawFields, raws: readonly RawEntry[]) {
  const { entries, problems } = acceptEntries([rawOrganization('o1'), rawSettings(settings), ...raws], []);
  expect(problems.filter(({ severity }) => severity === 'blocks')).toEqual([]);
  const site = buildSite({ locales: ['en', 'fr'], fallbacks: {}, entries, pictures: {}, now: 0 });
  return [...siteProblems(entries, site), ...reviewTexts(entries, site, 'https://v.example').problems];
}

const problemsWith = (...raws: RawEntry[]) => problemsUnder({}, raws);

const saidOf = (...raws: RawEntry[]) => problemsWith(...raws).map(formatProblem);

/** An opportunity with other texts in English, and in French only where they are given. */
function opportunity(id: string, english: RawFields, french: RawFields = {}) {
  const plain = rawOpportunity(id);
  return rawOpportunity(
    id,
    {},
    { en: { ...plain.locales.en, ...english }, fr: { ...plain.locales.fr, ...french } },
  );
}

function campaign(id: string, english: RawFields): RawEntry {
  const words = { title: `Campaign ${id}`, summary: 'A summary.', message: 'Help.', callToAction: 'Help' };
  return {
    id,
    type: 'campaign',
    locales: { en: { ...words, ...english } },
    shared: { originalLanguage: 'en', updated: '2026-01-02', starts: '2026-01-01' },
    origin: { label: `campaigns/${id}.yml` },
  };
}

describe('a site without clashes', () => {
  it('has nothing to be said about it', () => {
    const linked = '[a](/en/opportunities/translate-guide-b/) [b](/fr/organisations/organisation-o1/)';
    expect(saidOf(opportunity('a', { task: linked, formerSlugs: ['old'] }), rawOpportunity('b'))).toEqual([]);
  });
});

describe('two entries that want one address', () => {
  it('says which of two with one title has it, and what the other has, in that language', () => {
    const title = 'Translate a guide';
    expect(saidOf(opportunity('a', { title }), opportunity('b', { title }))).toEqual([
      'opportunities/b.yml · en.title: would have the address /en/opportunities/translate-a-guide/, which is that of opportunities/a.yml; it has /en/opportunities/translate-a-guide-b/ — Give it another title or its own address (slug). If they’re the same, delete one.',
    ]);
  });

  it('says so of written ones', () => {
    const slug = 'guide';
    expect(saidOf(opportunity('a', { slug }), opportunity('b', { slug }))).toEqual([
      'opportunities/b.yml · en.slug: would have the address /en/opportunities/guide/, which is that of opportunities/a.yml; it has /en/opportunities/guide-b/ — Choose another address for one of the two.',
    ]);
  });

  it('says it once of entries that other languages show untranslated', () => {
    const untranslated = (id: string) => {
      const { en } = opportunity(id, { title: 'Translate a guide' }).locales;
      return { ...rawOpportunity(id), locales: { en: en ?? {} } };
    };
    expect(problemsWith(untranslated('a'), untranslated('b')).map(({ locale }) => locale)).toEqual(['en']);
  });
});

describe('a file that an opportunity asks for', () => {
  const asking = () => opportunity('a', { attachment: 'A page' }, { attachment: 'Une page' });

  it('is named once where the settings allow none', () => {
    expect(saidOf(asking())).toEqual([
      'opportunities/a.yml · en.attachment: asks for a file, but the form can’t send one: the site’s settings don’t allow files — Set “Largest file, MB” in the settings, if your form plan accepts files. Otherwise remove this text.',
    ]);
  });

  it('is in order where they do, and where one applies elsewhere', () => {
    expect(problemsUnder({ attachmentMegabytes: 5 }, [asking()])).toEqual([]);
    const raw = asking();
    const byEmail = { ...raw, shared: { ...raw.shared, applyBy: 'email', applyEmail: 'a@b.example' } };
    expect(problemsWith(byEmail)).toEqual([]);
  });
});

describe('former and short addresses', () => {
  it('are named where a live page has them', () => {
    expect(saidOf(opportunity('a', { formerSlugs: ['translate-guide-b'] }), rawOpportunity('b'))).toEqual([
      'opportunities/a.yml · en.formerSlugs.0: can’t lead here from /en/opportunities/translate-guide-b/, where another page is — Take it out.',
    ]);
  });

  it('are named where another redirect has them', () => {
    expect(
      saidOf(opportunity('a', { formerSlugs: ['old'] }), opportunity('b', { formerSlugs: ['x', 'old'] })),
    ).toEqual([
      'opportunities/b.yml · en.formerSlugs.1: can’t lead here from /en/opportunities/old/, which leads to /en/opportunities/translate-guide-a/ — Take it out.',
    ]);
  });

  it('are named where they are the page’s own', () => {
    expect(saidOf(opportunity('a', { formerSlugs: ['translate-guide-a'] }))).toEqual([
      'opportunities/a.yml · en.formerSlugs.0: leads to its own page by /en/opportunities/translate-guide-a/ already — Take it out.',
    ]);
  });

  it('of two campaigns are named where they are the same', () => {
    expect(saidOf(campaign('a', { shortSlug: 'go' }), campaign('b', { shortSlug: 'go' }))).toContain(
      'campaigns/b.yml · en.shortSlug: can’t lead here from /en/c/go/, which leads to /en/campaigns/campaign-a/ — Choose another short address.',
    );
  });
});

describe('Markdown texts', () => {
  it('are named with each link that leads nowhere', () => {
    expect(
      saidOf(opportunity('a', { task: '[x](/en/opportunities/gone/)' }, { impact: '[x](missions/b)' })),
    ).toEqual([
      'opportunities/a.yml · en.task: has a link to “/en/opportunities/gone/”, which the site doesn’t have; its words are shown without it — Copy the address from the page that you mean, from the first slash on.',
      'opportunities/a.yml · fr.impact: has a link to “missions/b”, which leads nowhere; its words are shown without it — Begin it with https://, mailto: or tel:, or for a page of this site with a slash: /en/….',
    ]);
  });

  it('are named with what is left out of them', () => {
    expect(
      problemsWith(opportunity('a', { task: '![map](map.png) <b>now</b>' })).map(({ code }) => code),
    ).toEqual(['text-left-out', 'text-left-out']);
  });
});

describe('everything that is said of the site', () => {
  it('only warns, and has a code of its own', () => {
    const problems = problemsWith(
      opportunity('a', { title: 'Translate it', formerSlugs: ['b'], task: '[x](y) <i>' }),
      opportunity('b', { title: 'Translate it', formerSlugs: ['b'] }),
    );
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'address-taken warns',
      'former-address-taken warns',
      'text-left-out warns',
      'text-link-dead warns',
    ]);
  });
});
