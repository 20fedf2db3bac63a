import { expect, it } from 'vitest';
import { copyFields } from './copy-fields';

it('a copy has no dates, addresses or history of its own, and is a draft of today', () => {
  const fields = {
    en: { title: 'A', slug: 'a', formerSlugs: ['b'] },
    originalLanguage: 'en',
    status: 'open',
    posted: '2026-01-01',
    closes: { date: '2026-02-02', zone: 'UTC' },
    featured: true,
    hours: { min: 1, max: 2 },
    provenance: { importedFrom: {} },
  };
  expect(copyFields(fields, { originalLanguage: 'fr', status: 'draft', posted: '2026-11-28' })).toEqual({
    en: { title: 'A' },
    originalLanguage: 'en',
    status: 'draft',
    posted: '2026-11-28',
    hours: { min: 1, max: 2 },
  });
});
