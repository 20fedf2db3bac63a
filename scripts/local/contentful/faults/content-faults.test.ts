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
  const { pulled } = await readStandIn({ fault });
  const accepted = acceptEntries(pulled.entries, pulled.problems);
  assertPublishable(accepted);
  const { entries, problems } = accepted;
  const told = (severity: string) => problems.filter((one) => one.severity === severity).map(formatProblem);
  return {
    pulled,
    entries,
    shown: entries.map(({ type, id }) => `${type} ${id}`),
    reasons: told('blocks'),
    warnings: told('warns'),
  };
}

const soundAccepted = acceptEntries(sound.pulled.entries, sound.pulled.problems);
const everything = soundAccepted.entries.map(({ type, id }) => `${type} ${id}`);
const without = (...left: readonly string[]) => everything.filter((name) => !left.includes(name));

/** The first opportunity by id, which the faults of an entry befall. */
const first = 'opportunity caption-harbour-films';

it('a space without a fault shows everything that is published', () => {
  expect(everything).toHaveLength(13);
  expect(soundAccepted.problems.filter(({ severity }) => severity === 'blocks')).toEqual([]);
});

describe('a fault of a space', () => {
  const space = 'The space “local” (environment “master”)';

  it.each<[FaultName, string, string]>([
    ['no-entries', `${space} has no published entry of our types.`, ''],
    ['foreign-model', `${space} doesn’t have our content model`, 'Run npm run cms -- setup'],
    [
      'missing-type',
      `${space} lacks content types of our model: opportunity, campaign.`,
      'CONTENT_MAY_LACK=opportunity,campaign.',
    ],
    ['duplicate-locale', 'The space’s locales en-US and en-GB are both “en” to the site', ''],
  ])('%s stops the reading', async (fault, message, hint) => {
    const error = await failure(readStandIn({ fault }));
    expect(error.message).toContain(message);
    expect(error.hint).toContain(hint);
  });

  it.each<[FaultName, string]>([
    ['unknown-type', 'Content types that the model doesn’t have are not read: banner.'],
    ['unknown-field', 'Fields that the model doesn’t have are not read: opportunity.internalNotes.'],
    ['extra-locale', 'Contentful’s locale de-DE is none of en, fr, es: it is not read.'],
  ])('%s isn’t read, which is said', async (fault, line) => {
    const { pulled, lines } = await readStandIn({ fault });
    expect(pulled).toMatchObject({ entries: sound.pulled.entries, locales: ['en', 'fr', 'es'] });
    expect(lines).toContain(line);
  });

  it('missing-type is accepted where the site may do without', async () => {
    const lacking = { allowedLosses: new Set(['opportunity', 'campaign'] as const) };
    const { pulled, lines } = await withStandIn({ fault: 'missing-type' }, (standIn) =>
      pullFrom(standIn, {}, lacking),
    );
    expect(pulled.entries.map(({ type }) => type)).not.toContain('opportunity');
    expect(pulled.entries.map(({ type }) => type)).toContain('organization');
    expect(lines).toContain('Content types that the space doesn’t have: opportunity, campaign.');
  });

  it('missing-locale leaves out what was written in it, and what needs that', async () => {
    const { pulled, shown, reasons } = await published('missing-locale');
    expect(pulled.locales).toEqual(['en', 'fr']);
    const [opportunity, dependent] = ['registrar-frijoles', 'translate-seed-letters'];
    expect(shown).toEqual(
      without(`opportunity ${opportunity}`, `opportunity ${dependent}`, 'organization semilla-viva'),
    );
    expect(reasons.join('\n')).toContain(`${opportunity} · es: is where this was first written (Español)`);
    expect(reasons.join('\n')).toContain(
      `${dependent} · organization: leads to the organization “semilla-viva”, which is not on the site`,
    );
  });
});

describe('a fault of an entry', () => {
  it.each<[FaultName, ...string[]]>([
    ['dead-link', 'organization: leads to the organization “no-such-organization”, which doesn’t exist'],
    ['unknown-vocabulary', 'taskTypes.0: is "juggling", which is none of the known values'],
    ['impossible-date', 'posted: is "2026-02-30"; it must be a day that exists'],
    ['long-title', 'en.title: is too much: 10000, but at most 120 are allowed'],
    ['wrong-shape', 'organization: ', 'taskTypes: ', 'hours.min: '],
  ])('%s leaves it out, and tells why', async (fault, ...fields) => {
    const { shown, reasons } = await published(fault);
    expect(shown).toEqual(without(first));
    const wanted = fields.map((text) => `Contentful entry caption-harbour-films · ${text}`);
    expect(reasons.filter((reason) => !wanted.some((text) => reason.startsWith(text)))).toEqual([]);
    expect(wanted.filter((text) => !reasons.some((reason) => reason.startsWith(text)))).toEqual([]);
  });

  it('link-cycle leaves out what needs a right link, and nothing hangs', async () => {
    const { shown, reasons } = await published('link-cycle');
    expect(shown).toEqual(without(first, 'opportunity proofread-tide-tables'));
    expect(reasons).toHaveLength(2);
  });

  it('optional-dead-link only takes out the link', async () => {
    const { shown, warnings, entries } = await published('optional-dead-link');
    expect(shown).toEqual(everything);
    expect(warnings.filter((line) => line.includes('no-such-opportunity'))).toHaveLength(1);
    expect(entries.find(({ type }) => type === 'campaign')).toEqual(
      soundAccepted.entries.find(({ type }) => type === 'campaign'),
    );
  });

  it('null-field is as good as no field', async () => {
    const { pulled, entries } = await published('null-field');
    const raw = pulled.entries.find(({ id }) => id === 'caption-harbour-films');
    expect(raw?.locales.en).toHaveProperty('accessibility', null);
    expect(raw?.shared).toHaveProperty('timeZoneWindow', null);
    expect(entries).toEqual(soundAccepted.entries);
  });

  it('hostile-markdown is shown, harmless', async () => {
    const { shown, entries } = await published('hostile-markdown');
    expect(shown).toEqual(everything);
    const [task = ''] = entries.flatMap((entry) =>
      entry.type === 'opportunity' ? [entry.locales.en?.task ?? ''] : [],
    );
    expect(task).toContain('<script>');
    const html = markdownToHtml(task);
    expect(html).toContain('<strong>one film</strong>');
    expect(html).not.toMatch(/<script|<img|<iframe|javascript:|data:|onerror|style=/);
  });

  it('asset-without-file leaves out the pictures', async () => {
    const { pulled } = await readStandIn({ fault: 'asset-without-file' });
    expect(pulled.assets.size).toBe(0);
    expect(pulled.entries).toEqual(sound.pulled.entries);
  });
});

it('parseFault knows every name, and refuses another one', () => {
  for (const name of faultNames) expect(parseFault(name)).toBe(name);
  expect(() => parseFault('earthquake')).toThrow('There is no fault “earthquake”.');
});
