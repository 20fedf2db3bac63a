import { describe, expect, it } from 'vitest';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { formatProblem, type Problem } from '@/model/problems';
import { rawCampaign, rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import { acceptEntries } from './accept';

const base = [rawOrganization('o1'), rawSettings()];

function acceptWith(...entries: RawEntry[]) {
  const { entries: shown, problems, counts } = acceptEntries([...base, ...entries], []);
  return { ids: shown.filter(({ type }) => type === 'opportunity').map(({ id }) => id), problems, counts };
}

const titled = (title: string) =>
  rawOpportunity('a', {}, { en: { ...rawOpportunity('a').locales.en, title } });

const saidOf = (...entries: RawEntry[]) => acceptWith(...entries).problems.map(formatProblem);

describe('accepting entries', () => {
  it('takes out an address whose words on the page name another host', () => {
    const partners = (name: string) => [
      { name: 'Unicef.org', url: 'https://www.unicef.org/data' },
      { name, url: 'https://evil.example' },
    ];
    expect(saidOf(rawCampaign('c', { partners: partners('Choirs') }))).toEqual([]);
    expect(saidOf(rawCampaign('c', { partners: partners('Log in at paypal.com') }))).toEqual([
      'campaigns/c.yml · partners.1.url: is “https://evil.example”, which leads to evil.example, while its words say paypal.com; it’s left out — Let its text describe what is there, or give both the same address.',
    ]);
    const footerLinks = [{ text: 'paypal.com', url: 'https://evil.example' }];
    const settings = rawSettings();
    const en = { ...settings.locales.en, footerLinks };
    const { problems } = acceptEntries([rawOrganization('o1'), { ...settings, locales: { en } }], []);
    expect(problems[0]).toMatchObject({ code: 'address-refused', field: 'footerLinks.0.url' });
  });

  it('takes an entry that was first written in French and has no English', () => {
    const entry = rawOpportunity('a', { originalLanguage: 'fr' });
    const { fr } = entry.locales;
    expect(acceptWith({ ...entry, locales: { fr: fr ?? {} } })).toMatchObject({ ids: ['a'], problems: [] });
  });

  it('names each field that is missing in the original language', () => {
    const es = { title: 'Traducir la guía', task: 'Hacerlo.' };
    const entry = rawOpportunity('a', { originalLanguage: 'es' }, { es });
    const { ids, problems } = acceptWith(entry);
    expect(ids).toEqual([]);
    const missing = ['summary', 'deliverable', 'impact', 'requirements'];
    expect(problems.map(({ locale, field, message }) => `${locale}.${field} ${message}`)).toEqual(
      missing.map((field) => `es.${field} is missing`),
    );
  });

  it('leaves out an entry that has nothing in its original language, and says so once', () => {
    const entry = rawOpportunity('a', { originalLanguage: 'es' });
    expect(acceptWith(entry).ids).toEqual([]);
    expect(saidOf(entry)).toContain(
      'opportunities/a.yml · es: is where this was first written (Español), but there is no Español text — Write it in that language, add that language to the space, or correct “Written in”.',
    );
  });

  it.each([
    [{ taskTypes: ['juggling'] }, 'taskTypes.0: is “juggling”, which is none of the known values'],
    [{ countries: ['ZZ'] }, 'countries.0: is “ZZ”; it is not in the vocabulary'],
    [{ posted: '2026-02-30' }, 'posted: is “2026-02-30”; it must be a day that exists'],
    [{ closes: { date: '2030-01-31', zone: 'Mars/Base' } }, 'closes.zone: is “Mars/Base”'],
    [{ closes: { date: '2027-01-31', zone: 'Etc/GMT+12' } }, 'it must be the time zone of a place'],
    [{ hours: { min: 10, max: 40 } }, 'hours.max: is 40 hours a week, but the limit is 20'],
    [{ hours: { min: 5, max: 2 } }, 'hours.min: is 5, more than the maximum (2)'],
    [{ hours: { min: -1, max: 2 } }, 'hours.min: is too little: -1, but at least 0.5 are needed'],
    [{ hours: { min: 1, max: Infinity } }, 'hours.max: is Infinity, which is not a number'],
    [{ length: { kind: 'weeks', weeks: 30 } }, 'length.weeks: is 30 weeks'],
    [{ length: { kind: 'weeks' } }, 'length.weeks: is missing'],
    [{ originalLanguage: null }, 'originalLanguage: is missing — Use one of: en, fr, es.'],
    [{ status: null }, 'status: is missing — Use one of: draft, review,'],
    [{ applyBy: 'external' }, 'applyUrl: is missing'],
    [
      { applyBy: 'external', applyUrl: 'javascript:alert(1)' },
      'applyUrl: is “javascript:alert(1)”, which isn’t a web address; it’s left out',
    ],
    [{ colour: 'red' }, 'has fields that the model doesn’t know: colour'],
    [{ closes: { date: '2025-12-31', zone: 'UTC' } }, 'is 2025-12-31, before it was posted (2026-01-01)'],
    [{ organization: 'nobody' }, 'leads to the organization “nobody”, which doesn’t exist'],
  ])('leaves out %o and says why', (shared, said) => {
    const { ids, problems } = acceptWith(rawOpportunity('a', shared));
    expect(ids).toEqual([]);
    expect(problems.map(formatProblem).join('\n')).toContain(said);
    expect(problems[0]?.where).toBe('opportunities/a.yml');
  });

  it('loses only the translation where a translation is faulty', () => {
    const entry = rawOpportunity('a', {}, { fr: { title: 'x'.repeat(200) } });
    const { ids, problems } = acceptWith(entry);
    expect(ids).toEqual(['a']);
    expect(problems.map(formatProblem)).toEqual([
      'opportunities/a.yml · fr.title: is too much: 200, but at most 120 are allowed; the Français text is left out until it’s fixed — Shorten it to 120 characters.',
    ]);
  });

  it('treats null, empty texts and empty lists as absent', () => {
    const entry = rawOpportunity(
      'a',
      { skills: [], starts: null, formId: '' },
      { es: { title: '', task: null } },
    );
    expect(acceptWith(entry)).toMatchObject({ ids: ['a'], problems: [] });
  });

  it.each([
    ['a draft', 'is a draft or in review', { status: 'draft' }],
    ['in review', 'is a draft or in review', { status: 'review' }],
    ['unpublished in Contentful', 'is not published in Contentful', undefined],
  ])(
    'takes what needs an entry that is %s off the site with it, without a fault',
    (_state, words, shared) => {
      const withdrawn = shared ? [rawOrganization('o2', shared)] : [];
      const { problems, counts, waiting } = acceptEntries(
        [...base, ...withdrawn, rawOpportunity('a', { organization: 'o2' }), rawOpportunity('b')],
        [],
        { isAbsenceDecided: true },
      );
      expect(waiting.map(({ id }) => id)).toEqual(['a']);
      expect(counts.opportunity).toEqual({ read: 2, unpublished: 1, leftOut: 0, shown: 1 });
      expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['link-dead waits']);
      expect(problems.map(formatProblem)).toEqual([
        `opportunities/a.yml · organization: leads to the organization “o2”, which ${words} — It’s shown again with that entry. To show it before, choose another.`,
      ]);
    },
  );

  it('leaves out what needs an entry that is left out, through any number of entries', () => {
    const { entries, problems, counts } = acceptEntries(
      [
        rawSettings({ featuredCampaign: 'c' }),
        rawCampaign('c', { opportunities: ['a'] }),
        rawOpportunity('a', { organization: 'o2' }),
        rawOrganization('o2', { country: 'ZZ' }),
      ],
      [],
    );
    expect(problems.map(formatProblem).join('\n')).toContain(
      'leads to the organization “o2”, which is not on the site',
    );
    expect(counts.opportunity).toEqual({ read: 1, unpublished: 0, leftOut: 1, shown: 0 });
    expect(entries.map(({ type }) => type)).toEqual(['settings', 'campaign']);
    expect(entries[1]?.shared).toMatchObject({ opportunities: [] });
  });

  it('doesn’t say that an entry doesn’t exist that is there and can’t be read', () => {
    const unreadable: Problem = {
      code: 'file-unreadable',
      severity: 'blocks',
      type: 'campaign',
      id: 'c',
      where: 'campaigns/c.yml',
      message: 'is not valid YAML',
      hint: 'Mend it.',
    };
    const settings = rawSettings({ featuredCampaign: 'c' });
    const { problems } = acceptEntries([rawOrganization('o1'), settings], [unreadable]);
    expect(problems[1]?.message).toBe('leads to the campaign “c”, which is not on the site');
  });

  it('shows what stands twice in a list once, and says so', () => {
    const good = { language: 'fr', level: 'good' };
    const twice = rawOpportunity('a', {
      taskTypes: ['writing', 'writing'],
      languages: [good, { language: 'fr', level: 'basic' }, good],
    });
    const { entries } = acceptEntries([...base, twice], []);
    expect(entries.at(-1)?.shared).toMatchObject({ taskTypes: ['writing'], languages: { length: 2 } });
    expect(saidOf(twice)).toEqual([
      'opportunities/a.yml · taskTypes.1: is already in the list, and is left out — Remove it, or choose the one you meant.',
      'opportunities/a.yml · languages.2: is already in the list, and is left out — Remove it, or choose the one you meant.',
      'opportunities/a.yml · languages.1.language: is already in the list: fr — Keep the one with the level that the work needs, and remove the other.',
    ]);
  });

  it('follows links as far as they go: a campaign loses what an opportunity without its organization was', () => {
    const campaign = rawCampaign('c', { opportunities: ['a', 'b'] });
    // The campaign comes first, when the opportunity that it features still seems to be there.
    const { entries, problems } = acceptEntries(
      [campaign, ...base, rawOpportunity('a', { organization: 'gone' }), rawOpportunity('b')],
      [],
    );
    expect(entries.map(({ type, id }) => `${type} ${id}`)).toEqual([
      'campaign c',
      'organization o1',
      'settings site',
      'opportunity b',
    ]);
    expect(entries[0]?.shared).toMatchObject({ opportunities: ['b'] });
    expect(problems.map(formatProblem)).toEqual([
      'opportunities/a.yml · organization: leads to the organization “gone”, which doesn’t exist — Choose an entry that exists.',
      'campaigns/c.yml · opportunities.0: leads to the opportunity “a”, which is not on the site — Publish or fix that entry, or choose another.',
    ]);
  });

  it('only warns about wording', () => {
    const { ids, problems } = acceptWith(titled('Communication officer'));
    expect(ids).toEqual(['a']);
    expect(problems.map(({ code }) => code)).toEqual(['title-verb', 'title-post']);
  });

  it('keeps the first of two entries with one id', () => {
    const { ids, problems } = acceptWith(rawOpportunity('a'), rawOpportunity('a'));
    expect(ids).toEqual(['a']);
    expect(problems.map(({ code }) => code)).toEqual(['id-duplicate']);
  });
});

it('an id that two types share is warned of, since Contentful can’t have it, and both are shown', () => {
  const { ids, problems } = acceptWith(rawOpportunity('o1'));
  expect(ids).toEqual(['o1']);
  expect(problems.map(formatProblem)).toEqual([
    'opportunities/o1.yml: has the same id as organizations/o1.yml, “o1”, which a Contentful space can’t have — Rename one of the two files, and the links to it, before you move to Contentful.',
  ]);
  expect(problems[0]).toMatchObject({ code: 'id-shared', severity: 'warns' });
});

describe('fields named like parts of every object', () => {
  it.each(['constructor', 'toString', '__proto__'])('%s is a field that the model doesn’t know', (name) => {
    const plain = rawOpportunity('a');
    const withIt = (fields: object) => Object.fromEntries([...Object.entries(fields), [name, 'x']]);
    const inShared = { ...plain, shared: withIt(plain.shared) };
    const inEnglish = { ...plain, locales: { en: withIt(plain.locales.en ?? {}) } };
    for (const entry of [inShared, inEnglish]) {
      expect(acceptWith(entry).ids).toEqual([]);
      expect(saidOf(entry).join('\n')).toContain(`has fields that the model doesn’t know: ${name}`);
    }
  });
});

describe('characters that nobody sees', () => {
  const titleOf = (raw: RawEntry) =>
    acceptEntries([...base, raw], []).entries.find(({ id }) => id === 'a')?.locales.en;

  it('never turn the direction of a title, and are said', () => {
    const entry = titled('Translate \u202Eten pages');
    expect(titleOf(entry)).toMatchObject({ title: 'Translate ten pages' });
    expect(saidOf(entry)).toEqual([
      'opportunities/a.yml · en.title: has invisible signs that turn the direction of writing, which are left out — Type those words instead of copying them.',
    ]);
  });

  it('are mended in addresses and choices too', () => {
    const { ids, problems } = acceptWith(
      rawOpportunity('a', { organization: 'o1\u200B', posted: '2026-01-01\n' }),
    );
    expect([ids, problems.map(formatProblem)]).toEqual([['a'], []]);
  });
});

describe('an entry that is posted on a future day', () => {
  const noon = Date.parse('2026-11-28T12:00:00Z');
  const accept = (settings: RawFields, ...raws: RawEntry[]) =>
    acceptEntries([rawOrganization('o1'), rawSettings(settings), ...raws], [], { now: noon });
  const next = rawOpportunity('next', { posted: '2026-11-29' });

  it('is not on the site until that day in the time zone of the site', () => {
    const { entries, coming, counts, problems } = accept({}, next, rawOpportunity('a'));
    expect(entries.map(({ id }) => id)).not.toContain('next');
    expect(coming.map(({ id }) => id)).toEqual(['next']);
    expect(counts.opportunity).toEqual({ read: 2, unpublished: 1, leftOut: 0, shown: 1 });
    expect(problems).toEqual([]);
    const east = accept({ timeZone: 'Pacific/Auckland' }, next);
    expect(east.entries.map(({ id }) => id)).toContain('next');
    expect(east.coming).toEqual([]);
  });

  it('is checked before that day', () => {
    const { coming, problems } = accept({}, rawOpportunity('next', { posted: '2026-11-29', places: 0 }));
    expect(coming).toEqual([]);
    expect(problems.map(({ field, severity }) => [field, severity])).toEqual([['places', 'blocks']]);
  });
});
