/** Content in a random state, the same for the same seed: from nothing to do to thousands of remarks. */
import type { Problem } from '@/model/problems';
import type { Entry, EntryOf } from '@/model/types/types';
import type { PreparedContent } from '@/site/prepare/prepare';
import { createRandom } from '@scripts/bench/content/random';
import type { PublishVerdict } from './content-report';

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
  const { int, chance, pick } = createRandom(seed);
  const isCalm = seed % 5 === 0;
  const dayAt = (offset: number) => new Date(base.content.now + offset * dayMs).toISOString().slice(0, 10);
  const models = base.content.entries.filter(({ type }) => type === 'opportunity');
  const createEntry = (index: number): Entry => {
    const model = pick(models) as EntryOf<'opportunity'>;
    const state = isCalm ? 3 : int(0, 3);
    const title = `${pick(titles)} ${index}`;
    const shared = {
      ...model.shared,
      originalLanguage: 'en',
      status: 'open',
      updated: dayAt(-int(0, 299)),
      posted: dayAt(-300),
      lastVerified: undefined,
      closes: [
        { date: dayAt(int(0, 5)), zone: 'Africa/Dakar' },
        undefined,
        { date: dayAt(-int(1, 90)), zone: 'UTC' },
        { date: dayAt(60), zone: 'UTC' },
      ][state],
      reviewBy: state === 1 ? dayAt(-int(1, 90)) : undefined,
    };
    const locales = { en: { ...model.locales.en, title } };
    return { ...model, id: `entry-${index}`, shared, locales } as Entry;
  };
  const entries = Array.from({ length: int(1, chance(0.6) ? 60 : 3) }, (_, index) => createEntry(index));
  const createProblem = (severity: Problem['severity'], id: string): Problem => ({
    code: chance(0.5) ? 'link-dead' : 'wording',
    severity,
    type: 'opportunity',
    id,
    where: `content/opportunities/${id}.yml`,
    locale: 'en',
    field: 'task',
    message: `is “${'a very long value '.repeat(int(1, 15)).trim()}”, which is none of ours`,
    hint: 'Choose an entry that exists.',
  });
  const countOf = (most: number) => (isCalm ? 0 : chance(0.25) ? 0 : int(0, most - 1));
  const problems = [
    ...Array.from({ length: countOf(chance(0.3) ? 3000 : 4) }, (_, index) =>
      createProblem('blocks', `left-out-${Math.floor(index / 3)}`),
    ),
    ...Array.from({ length: countOf(chance(0.3) ? 5000 : 6) }, () =>
      createProblem('warns', `entry-${int(0, entries.length - 1)}`),
    ),
  ];
  const reason = `Too much would be left out.\n${'A line about one of them.\n'.repeat(int(0, 99))}`;
  const notice =
    'SITE_NOW says 2026-11-25, and the clock of this machine says 2026-12-24. Every closing date is judged by SITE_NOW. For a site that people use, leave it unset.';
  return {
    prepared: {
      ...base,
      ...{ content: { ...base.content, entries }, written: entries, problems },
      ...{ heldBack: [], coming: [], leftOut: [] },
    },
    verdict: chance(0.4) ? { outcome: 'refused', reason } : { outcome: 'published' },
    notices: chance(0.3) ? [notice] : [],
  };
}
