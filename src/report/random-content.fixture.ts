/** Content in a random state, the same for the same seed: from nothing to do to thousands of remarks. */
import type { Problem } from '@/model/problems';
import type { AnyEntry } from '@/pipeline/check/validate';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { PublishVerdict } from './content-report';

/** Random whole numbers from 0 to `below - 1`. */
type Choose = (below: number) => number;

/** A linear congruential generator, whose seed is kept with the test. */
function createChoose(seed: number): Choose {
  let state = seed;
  const next = () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
  // Seeds close to each other begin with numbers close to each other.
  for (let round = 0; round < 10; round++) next();
  return (below) => Math.floor(next() * below);
}

const titles = [
  'Translate a water handbook',
  'ترجمة دليل المياه إلى اللغة العربية للمجتمعات الساحلية',
  `Relire ${'les carnets de terrain, '.repeat(12)}et leurs légendes`,
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3),
  'Ա <b>title</b> & "quotes"',
];

const dayMs = 86_400_000;

export interface RandomContent {
  readonly prepared: PreparedContent;
  readonly verdict: PublishVerdict;
  readonly notices: readonly string[];
}

/** Creates it from content without faults, whose opportunities are copied and changed. */
export function createRandomContent(base: PreparedContent, seed: number): RandomContent {
  const choose = createChoose(seed);
  const chance = (percent: number) => choose(100) < percent;
  const isCalm = seed % 5 === 0;
  const dayAt = (offset: number) => new Date(base.content.now + offset * dayMs).toISOString().slice(0, 10);
  const models = base.content.entries.filter(({ type }) => type === 'opportunity');
  const createEntry = (index: number): AnyEntry => {
    const model = models[choose(models.length)] as Extract<AnyEntry, { readonly type: 'opportunity' }>;
    const state = isCalm ? 3 : choose(4);
    const title = `${titles[choose(titles.length)]} ${index}`;
    const shared = {
      ...model.shared,
      originalLanguage: 'en',
      status: 'open',
      updated: dayAt(-choose(300)),
      posted: dayAt(-300),
      lastVerified: undefined,
      closes: [
        { date: dayAt(choose(6)), zone: 'Africa/Dakar' },
        undefined,
        { date: dayAt(-1 - choose(90)), zone: 'UTC' },
        { date: dayAt(60), zone: 'UTC' },
      ][state],
      reviewBy: state === 1 ? dayAt(-1 - choose(90)) : undefined,
    };
    const locales = { en: { ...model.locales.en, title } };
    return { ...model, id: `entry-${index}`, shared, locales } as AnyEntry;
  };
  const entries = Array.from({ length: 1 + choose(chance(60) ? 60 : 3) }, (_, index) => createEntry(index));
  const createProblem = (severity: Problem['severity'], id: string): Problem => ({
    code: chance(50) ? 'link-dead' : 'wording',
    severity,
    type: 'opportunity',
    id,
    where: `content/opportunities/${id}.yml`,
    locale: 'en',
    field: 'task',
    message: `is “${'a very long value '.repeat(1 + choose(15)).trim()}”, which is none of ours`,
    hint: 'Choose an entry that exists.',
  });
  const countOf = (most: number) => (isCalm ? 0 : chance(25) ? 0 : choose(most));
  const problems = [
    ...Array.from({ length: countOf(chance(30) ? 3000 : 4) }, (_, index) =>
      createProblem('blocks', `left-out-${Math.floor(index / 3)}`),
    ),
    ...Array.from({ length: countOf(chance(30) ? 5000 : 6) }, () =>
      createProblem('warns', `entry-${choose(entries.length)}`),
    ),
  ];
  const reason = `Too much would be left out.\n${'A line about one of them.\n'.repeat(choose(100))}`;
  const notice =
    'SITE_NOW says 2026-11-25, and the clock of this machine says 2026-12-24. Every closing date is judged by SITE_NOW. For a site that people use, leave it unset.';
  return {
    prepared: {
      ...base,
      ...{ content: { ...base.content, entries }, written: entries, problems },
      ...{ heldBack: [], coming: [], leftOut: [] },
    },
    verdict: chance(40) ? { outcome: 'refused', reason } : { outcome: 'published' },
    notices: chance(30) ? [notice] : [],
  };
}
