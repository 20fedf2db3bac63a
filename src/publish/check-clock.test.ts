import { describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { editorTranslator } from '@/i18n/editor';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import { acceptEntries } from '@/pipeline/check/accept';
import { OperatorError } from '@/model/operator-error';
import { assertAfterRelease, checkClock, findClockWarnings } from './check-clock';

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

// The newest of them is of 2 January 2026, but for what an opportunity says.
const { entries } = acceptEntries(
  [
    rawOrganization('o1'),
    rawSettings(),
    rawOpportunity('a', { posted: '2026-06-01', updated: '2026-06-01' }),
  ],
  [],
);

interface Situation {
  readonly now: string;
  readonly machine?: string;
  readonly before?: string;
  readonly isSet?: boolean;
  readonly confirmed?: string;
}

function createCheck({ now, machine = now, before, isSet = false, confirmed = '' }: Situation) {
  const content = { locales: ['en'] as const, fallbacks: {}, entries, pictures: {}, now: at(now) };
  return {
    config: readConfig({ SITE_NOW_CONFIRMED: confirmed, ...(isSet && { SITE_NOW: `${now}T12:00:00Z` }) }),
    machine: at(machine),
    prepared: { content },
    before: before === undefined ? undefined : { now: at(before) },
  };
}

const check = (situation: Situation) => checkClock(createCheck(situation));

describe('an honest publish', () => {
  it.each<Situation>([
    { now: '2026-11-27' },
    { now: '2026-11-27', before: '2026-11-26' },
    { now: '2026-11-27', before: '2026-11-27', isSet: true },
    // A day ahead in the entry, as in a time zone east of the machine's.
    { now: '2026-05-31' },
    { now: '2028-05-01', before: '2026-06-02' },
    // Nothing was changed for twelve years, but published every day.
    { now: '2038-06-02', before: '2038-06-01' },
    // A clock that was put right by some hours.
    { now: '2026-11-26', before: '2026-11-27' },
  ])('is not warned of: %j', (situation) => {
    expect(check(situation)).toEqual([]);
  });

  it('goes on after years of rest, with a warning', () => {
    expect(check({ now: '2029-01-01', before: '2026-06-02' })).toEqual([
      expect.stringContaining(
        'more than two years after the newest content and the previous publish (2026-06-02)',
      ),
    ]);
  });
});

describe('an instant that somebody set', () => {
  it.each(['2026-12-01', '2026-11-23'])(
    'is warned of where it is more than a day away from the machine’s clock: %s',
    (machine) => {
      const [warning, ...others] = check({ now: '2026-11-27', machine, isSet: true });
      expect(warning).toContain(`SITE_NOW says 2026-11-27, and the clock of this machine says ${machine}.`);
      expect(others).toEqual([]);
    },
  );

  it('is not warned of within a day', () => {
    expect(check({ now: '2026-11-27', machine: '2026-11-28', isSet: true })).toEqual([]);
  });

  it('is warned of where content is newer', () => {
    expect(check({ now: '2026-05-01' })).toEqual([expect.stringContaining('posted later, on 2026-06-01')]);
  });
});

describe('an instant that can’t be right', () => {
  it.each<[Situation, string]>([
    [
      { now: '1970-01-01' },
      'says 1970-01-01, which is earlier than this program is old. Nothing is published',
    ],
    [{ now: '2026-11-01', before: '2026-11-20' }, 'earlier than the previous publish, of 2026-11-20.'],
    [
      { now: '2056-11-25', machine: '2026-11-27', isSet: true },
      'SITE_NOW says 2056-11-25, which is more than ten years later',
    ],
    [{ now: '2056-11-25', before: '2026-11-20' }, 'the previous publish (2026-11-20).'],
  ])('is refused: %j', (situation, message) => {
    expect(() => check(situation)).toThrow(OperatorError);
    expect(() => check(situation)).toThrow(message);
  });

  it('is published with a warning where its very day is confirmed', () => {
    const situation = { now: '2056-11-25', before: '2026-11-20' };
    expect(() => check({ ...situation, confirmed: '2056-11-24' })).toThrow(OperatorError);
    const warnings = check({ ...situation, confirmed: ' 2056-11-25 ' });
    expect(warnings.at(-1)).toContain('SITE_NOW_CONFIRMED confirms it.');
  });
});

it.each([
  ['', '1999-12-31', true],
  ['1999-12-31', '1999-12-31', false],
  ['', '2026-11-27', false],
])(
  'with “%s” confirmed, the day %s is refused before the content is known: %s',
  (confirmed, day, isRefused) => {
    const assertDay = () => assertAfterRelease(readConfig({ SITE_NOW_CONFIRMED: confirmed }), at(day));
    if (isRefused) expect(assertDay).toThrow(OperatorError);
    else expect(assertDay).not.toThrow();
  },
);

it.each<Situation>([
  { now: '2026-11-27', machine: '2026-12-01', isSet: true },
  { now: '2026-05-01' },
  { now: '2029-01-01' },
  { now: '2056-11-25', before: '2026-11-20', confirmed: '2056-11-25' },
  { now: '2056-11-25' },
  { now: '1970-01-01' },
  { now: '2026-11-01', before: '2026-11-20' },
])('what is said of %j has translations for the report', (situation) => {
  const told = findClockWarnings(createCheck(situation));
  expect(told).not.toEqual([]);
  for (const locale of ['fr', 'es'] as const)
    for (const warning of told)
      expect(editorTranslator(locale).filled(warning)).not.toMatch(/says|clock|publish|which|later/);
});
