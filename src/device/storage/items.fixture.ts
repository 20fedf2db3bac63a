/** Items for tests of data on the device. */
import fc from 'fast-check';
import type { AppliedItem } from './application/applied-item';
import type { FitItem } from './fit/fit-store';
import type { SavedItem } from '../saved/saved-store';
import { searchId, type SavedSearch } from './searches/searches-store';
import { joinHashes, shortHash } from '@/model/short-hash';

export const savedItem = (more: Partial<SavedItem> = {}): SavedItem => ({
  id: 'wells',
  title: 'Translate a well handbook',
  organization: 'Sahel Wells Network',
  lang: 'en',
  path: '/en/opportunities/translate-a-well-handbook/',
  savedAt: '2026-11-25T12:00:00.000Z',
  ...more,
});

export const appliedItem = (more: Partial<AppliedItem> = {}): AppliedItem => ({
  id: '9b2e3a44-1111-4222-8333-444455556666',
  opportunity: 'wells',
  title: 'Translate a well handbook',
  organization: 'Sahel Wells Network',
  lang: 'en',
  path: '/en/opportunities/translate-a-well-handbook/',
  appliedAt: '2026-11-25T12:00:00.000Z',
  followUps: [],
  ...more,
});

// Few values, so that lists overlap: the same ids, the same instants.
const id = fc.constantFrom('wells', 'nurses', 'maps', 'seeds');
const instant = fc.constantFrom(
  '2026-01-01T00:00:00.000Z',
  '2026-06-01T08:30:00.000Z',
  '2026-11-25T12:00:00.000Z',
);
const words = {
  title: fc.constantFrom('One', 'Other', 'Третий'),
  organization: fc.constantFrom('A', 'B'),
  lang: fc.constantFrom('en', 'fr'),
  path: fc.constantFrom('/en/opportunities/one/', '/fr/missions/autre/'),
};

/** Any list of saved opportunities, with repeated ids too. */
export const savedLists = fc.array(fc.record({ id, ...words, savedAt: instant }), { maxLength: 8 });

/** Any log of applications. */
export const appliedLists = fc.array(
  fc
    .record({
      id,
      opportunity: id,
      ...words,
      appliedAt: instant,
      followUps: fc.uniqueArray(instant).map((instants) => instants.toSorted()),
      answeredAt: fc.option(instant, { nil: undefined }),
      told: fc.option(fc.record({ id, said: fc.constantFrom('yes' as const, 'no' as const), at: instant }), {
        nil: undefined,
      }),
    })
    .map(({ answeredAt, told, ...item }) => ({
      ...item,
      ...(answeredAt === undefined ? {} : { answeredAt }),
      ...(told === undefined ? {} : { told }),
    })),
  { maxLength: 8 },
);

/** Any list of saved searches, with repeated ones too. */
export const searchLists: fc.Arbitrary<SavedSearch[]> = fc.array(
  fc
    .record({
      lang: fc.constantFrom('en', 'fr'),
      address: fc.constantFrom('', '?task=translation', '?q=water&lang=fr:good', '?q=%E2%80%9Ceau%E2%80%9D'),
      label: fc.constantFrom('One', 'Other'),
      savedAt: instant,
      lookedAt: instant,
      seen: fc.array(id).map((ids) => joinHashes(ids.map((one) => shortHash(one)))),
      nothingIn: fc.option(fc.constantFrom('01234567', 'abcdef01'), { nil: undefined }),
    })
    .map(({ nothingIn, ...search }) => ({
      ...search,
      id: searchId(search.lang, search.address),
      ...(nothingIn !== undefined && { nothingIn }),
    })),
  { maxLength: 8 },
);

const answers = [
  ['language.fr', ['basic', 'good', 'fluent', 'native']],
  ['language.en', ['basic', 'good', 'fluent', 'native']],
  ['skill.data-entry', ['some', 'solid', 'expert']],
  ['from.SN', ['yes']],
  ['hours', ['1', '2', '5', '10', '20']],
] as const;

/** Any answers to the fit check, with some questions answered twice. */
export const fitLists: fc.Arbitrary<FitItem[]> = fc.array(
  fc
    .constantFrom(...answers)
    .chain(([id, values]) =>
      fc.record({ id: fc.constant(id), value: fc.constantFrom(...values), at: instant }),
    ),
  { maxLength: 8 },
);
