import { describe, expect, it } from 'vitest';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { formatProblem } from '@/model/problems';
import { rawCampaign, rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
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
  const plain = rawCampaign(id);
  return { ...plain, locales: { en: { ...plain.locales.en, ...english } } };
}

it('nothing is said of a site without clashes', () => {
  const linked = '[a](/en/opportunities/translate-guide-b/) [b](/fr/organisations/organisation-o1/)';
  expect(saidOf(opportunity('a', { task: linked, formerSlugs: ['old'] }), rawOpportunity('b'))).toEqual([]);
});

describe('two entries that want one address', () => {
  it('says which of two with one title has it, and what the other has, in that language', () => {
    const title = 'Translate a guide';
    expect(saidOf(opportunity('a', { title }), opportunity('b', { title }))).toEqual([
      'opportunities/b.yml · en.title: would have the address /en/opportunities/translate-a-guide/, which is that of opportunities/a.yml; it has /en/opportunities/translate-a-guide-b/ — Give it another title or its own address (slug). If they’re the same, delete one.',
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
  it.each([
    [
      'a live page has them',
      ['translate-guide-b'],
      'can’t lead here from /en/opportunities/translate-guide-b/, where another page is — Take it out.',
    ],
    [
      'they are the page’s own',
      ['x', 'translate-guide-a'],
      'leads to its own page by /en/opportunities/translate-guide-a/ already — Take it out.',
    ],
    [
      'another redirect has them',
      ['x', 'old'],
      'can’t lead here from /en/opportunities/old/, which leads to /en/opportunities/translate-guide-0/ — Take it out.',
    ],
  ])('are named where %s', (_why, formerSlugs, message) => {
    const others = [opportunity('0', { formerSlugs: ['old'] }), rawOpportunity('b')];
    expect(saidOf(opportunity('a', { formerSlugs }), ...others)).toEqual([
      `opportunities/a.yml · en.formerSlugs.${formerSlugs.length - 1}: ${message}`,
    ]);
  });

  it('of two campaigns are named where they are the same', () => {
    expect(saidOf(campaign('a', { shortSlug: 'go' }), campaign('b', { shortSlug: 'go' }))).toContain(
      'campaigns/b.yml · en.shortSlug: can’t lead here from /en/c/go/, which leads to /en/campaigns/campaign-a/ — Choose another short address.',
    );
  });
});

it('Markdown texts are named with each link that leads nowhere', () => {
  const links = opportunity('a', { task: '[x](/en/opportunities/gone/)' }, { impact: '[x](missions/b)' });
  expect(saidOf(links)).toEqual([
    expect.stringContaining(
      'a.yml · en.task: has a link to “/en/opportunities/gone/”, which the site doesn’t',
    ),
    expect.stringContaining('a.yml · fr.impact: has a link to “missions/b”, which leads nowhere'),
  ]);
});

it('everything that is said of the site only warns, and has a code of its own', () => {
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
