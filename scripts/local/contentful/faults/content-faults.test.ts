import { describe, expect, it } from 'vitest';
import { acceptEntries } from '@/pipeline/check/accept';
import { markdownToHtml } from '@/pipeline/texts/markdown';
import { assertPublishable } from '@/pipeline/check/publishable';
import { formatProblem } from '@/model/problems';
import { failure, readStandIn, pullFrom, withStandIn } from '../testing';
import { faultNames, parseFault, type FaultName } from './faults';

const sound = await readStandIn();

/** Returns the entries that the site shows of a space with this fault, and the problems for editors. */
async function published(fault: FaultName) {
  const { pulled, lines } = await readStandIn({ fault });
  const accepted = acceptEntries(pulled.entries, pulled.problems);
  assertPublishable(accepted);
  return {
    pulled,
    lines,
    shown: accepted.entries.map(({ type, id }) => `${type} ${id}`),
    reasons: accepted.problems.filter(({ severity }) => severity === 'blocks').map(formatProblem),
    warnings: accepted.problems.filter(({ severity }) => severity === 'warns').map(formatProblem),
    entries: accepted.entries,
  };
}

const soundAccepted = acceptEntries(sound.pulled.entries, sound.pulled.problems);
const everything = soundAccepted.entries.map(({ type, id }) => `${type} ${id}`);
const without = (...left: readonly string[]) => everything.filter((name) => !left.includes(name));

/** The first opportunity by id, which the faults of an entry befall. */
const first = 'opportunity caption-harbour-films';
const firstEntry = 'Contentful entry caption-harbour-films';

describe('without a fault', () => {
  it('everything published is shown', () => {
    expect(everything).toHaveLength(13);
    expect(soundAccepted.problems.filter(({ severity }) => severity === 'blocks')).toEqual([]);
  });
});

describe('faults of a space', () => {
  it('no-entries', async () => {
    expect((await failure(readStandIn({ fault: 'no-entries' }))).message).toBe(
      'The space “local” (environment “master”) has no published entry of our types.',
    );
  });

  it('foreign-model', async () => {
    const error = await failure(readStandIn({ fault: 'foreign-model' }));
    expect(error.message).toBe(
      'The space “local” (environment “master”) doesn’t have our content model; its content types are author, blogPost.',
    );
    expect(error.hint).toMatch(/^Run npm run cms -- setup, which brings them in/);
  });

  it('missing-type', async () => {
    const error = await failure(readStandIn({ fault: 'missing-type' }));
    expect(error.message).toBe(
      'The space “local” (environment “master”) lacks content types of our model: opportunity, campaign.',
    );
    expect(error.hint).toMatch(/set CONTENT_MAY_LACK=opportunity,campaign\.$/);
  });

  it('missing-type, where the site is meant to do without', async () => {
    const lacking = { allowedLosses: new Set(['opportunity', 'campaign'] as const) };
    const { pulled, lines } = await withStandIn({ fault: 'missing-type' }, (standIn) =>
      pullFrom(standIn, {}, lacking),
    );
    expect(new Set(pulled.entries.map(({ type }) => type))).toEqual(
      new Set(['organization', 'page', 'resource', 'settings', 'story', 'synonyms']),
    );
    expect(lines).toContain('Content types that the space doesn’t have: opportunity, campaign.');
  });

  it('unknown-type is not read, and said', async () => {
    const { pulled, lines } = await readStandIn({ fault: 'unknown-type' });
    expect(pulled.entries).toEqual(sound.pulled.entries);
    expect(lines).toContain('Content types that the model doesn’t have are not read: banner.');
  });

  it('unknown-field is not read, and said', async () => {
    const { pulled, lines } = await readStandIn({ fault: 'unknown-field' });
    expect(pulled.entries).toEqual(sound.pulled.entries);
    expect(lines).toContain('Fields that the model doesn’t have are not read: opportunity.internalNotes.');
  });

  it('duplicate-locale', async () => {
    expect((await failure(readStandIn({ fault: 'duplicate-locale' }))).message).toBe(
      'The space’s locales en-US and en-GB are both “en” to the site, which can’t show two.',
    );
  });

  it('extra-locale is not read, and said', async () => {
    const { pulled, lines } = await readStandIn({ fault: 'extra-locale' });
    expect(pulled).toMatchObject({ entries: sound.pulled.entries, locales: ['en', 'fr', 'es'] });
    expect(lines).toContain('Contentful’s locale de-DE is none of en, fr, es: it is not read.');
  });

  it('missing-locale leaves out what was written in it', async () => {
    const { pulled, shown, reasons } = await published('missing-locale');
    expect(pulled.locales).toEqual(['en', 'fr']);
    // An opportunity and an organization were first written in Spanish; another opportunity needs that organization.
    expect(shown).toEqual(
      without(
        'opportunity registrar-frijoles',
        'opportunity translate-seed-letters',
        'organization semilla-viva',
      ),
    );
    expect(reasons).toContain(
      'Contentful entry registrar-frijoles · es: is where this was first written (Español), but there is no Español text — Write it in that language, add that language to the space, or correct “Written in”.',
    );
    expect(reasons).toContain(
      'Contentful entry translate-seed-letters · organization: leads to the organization “semilla-viva”, which is not on the site — Publish or fix that entry, or choose another.',
    );
  });
});

describe('faults of an entry', () => {
  it('dead-link: it is left out', async () => {
    const { shown, reasons } = await published('dead-link');
    expect(shown).toEqual(without(first));
    expect(reasons).toEqual([
      `${firstEntry} · organization: leads to the organization “no-such-organization”, which doesn’t exist — Choose an entry that exists.`,
    ]);
  });

  it('optional-dead-link: the link is taken out', async () => {
    const { shown, warnings, entries } = await published('optional-dead-link');
    expect(shown).toEqual(everything);
    expect(warnings.filter((line) => line.includes('no-such'))).toEqual([
      'Contentful entry boats-and-beans · opportunities.0: leads to the opportunity “no-such-opportunity”, which doesn’t exist — Choose an entry that exists.',
    ]);
    expect(entries.find(({ type }) => type === 'campaign')).toEqual(
      soundAccepted.entries.find(({ type }) => type === 'campaign'),
    );
  });

  it('link-cycle: what needs a right link is left out, and nothing hangs', async () => {
    const { shown, reasons } = await published('link-cycle');
    expect(shown).toEqual(without(first, 'opportunity proofread-tide-tables'));
    expect(reasons).toEqual(
      [firstEntry, 'Contentful entry proofread-tide-tables'].map(
        (entry) =>
          `${entry} · organization: leads to the organization “caption-harbour-films”, which doesn’t exist — Choose an entry that exists.`,
      ),
    );
  });

  it('null-field: null is as good as absent', async () => {
    const { pulled, entries } = await published('null-field');
    const raw = pulled.entries.find(({ id }) => id === 'caption-harbour-films');
    expect(raw?.locales.en).toHaveProperty('accessibility', null);
    expect(raw?.shared).toHaveProperty('timeZoneWindow', null);
    expect(entries).toEqual(soundAccepted.entries);
  });

  it('unknown-vocabulary: it is left out', async () => {
    const { shown, reasons } = await published('unknown-vocabulary');
    expect(shown).toEqual(without(first));
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(
      /^Contentful entry caption-harbour-films · taskTypes\.0: is "juggling", which is none of the known values — Use one of: writing, /,
    );
  });

  it('impossible-date: it is left out', async () => {
    const { shown, reasons } = await published('impossible-date');
    expect(shown).toEqual(without(first));
    expect(reasons[0]).toMatch(
      / · posted: is "2026-02-30"; it must be a day that exists, written YYYY-MM-DD — /,
    );
  });

  it('long-title: it is left out', async () => {
    const { shown, reasons } = await published('long-title');
    expect(shown).toEqual(without(first));
    expect(reasons).toEqual([
      `${firstEntry} · en.title: is too much: 10000, but at most 120 are allowed — Shorten it to 120 characters.`,
    ]);
  });

  it('hostile-markdown: it is shown, harmless', async () => {
    const { shown, entries } = await published('hostile-markdown');
    expect(shown).toEqual(everything);
    const task = entries.flatMap((entry) =>
      entry.type === 'opportunity' ? [entry.locales.en?.task ?? ''] : [],
    )[0];
    expect(task).toContain('<script>');
    const html = markdownToHtml(task ?? '');
    expect(html).toContain('<strong>one film</strong>');
    expect(html).not.toMatch(/<script|<img|<iframe|javascript:|data:|onerror|style=/);
  });

  it('wrong-shape: it is left out, and each field is named', async () => {
    const { shown, reasons } = await published('wrong-shape');
    expect(shown).toEqual(without(first));
    expect(new Set(reasons.map((line) => line.replace(/:.*/s, '')))).toEqual(
      new Set(['organization', 'taskTypes', 'hours.min'].map((field) => `${firstEntry} · ${field}`)),
    );
  });

  it('asset-without-file: pictures are not there', async () => {
    const { pulled } = await readStandIn({ fault: 'asset-without-file' });
    expect(pulled.assets.size).toBe(0);
    expect(pulled.entries).toEqual(sound.pulled.entries);
  });
});

describe('parseFault', () => {
  it('knows every name, and lists them for one that it doesn’t', () => {
    for (const name of faultNames) expect(parseFault(name)).toBe(name);
    expect(() => parseFault('earthquake')).toThrow('There is no fault “earthquake”.');
  });
});
