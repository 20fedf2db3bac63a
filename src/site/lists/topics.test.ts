import { describe, expect, it } from 'vitest';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { rawOpportunity, rawOrganization, rawResource, rawSettings, rawStory } from '@/model/samples.fixture';
import { inLanguage, siteOf } from '../site.fixture';
import { openOpportunitiesOnTopics, relatedResources, topicsOfStory } from './topics';

const now = Date.parse('2026-11-25T00:00:00Z');

const resource = (id: string, shared: RawFields = {}) =>
  rawResource(id, { date: '2026-01-10', audiences: ['volunteers'], taskTypes: [], causes: [], ...shared });

const english = (...entries: RawEntry[]) =>
  inLanguage(siteOf([rawOrganization('o1'), rawSettings(), ...entries], { locales: ['en'], now }), 'en');

const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

describe('what belongs to a subject', () => {
  const own = english(
    rawOpportunity('both', { taskTypes: ['data', 'web'], causes: ['water'], posted: '2026-01-01' }),
    rawOpportunity('newest', { taskTypes: ['data'], causes: [], posted: '2026-03-01' }),
    rawOpportunity('older', { taskTypes: ['design'], causes: ['water'], posted: '2026-02-01' }),
    rawOpportunity('other', { taskTypes: ['design'], causes: ['health'] }),
    rawOpportunity('filled', { taskTypes: ['data'], causes: ['water'], status: 'filled' }),
    resource('guide', { taskTypes: ['data'], causes: ['water'] }),
    resource('same-work', { taskTypes: ['data'], audiences: ['promoters'] }),
    resource('same-readers', { date: '2026-05-01' }),
    resource('neither', { audiences: ['organizations'] }),
    rawStory('told', { opportunity: 'filled' }),
    rawStory('without'),
  );
  const one = <Entry extends { readonly id: string }>(entries: readonly Entry[], id: string): Entry => {
    const found = entries.find((entry) => entry.id === id);
    if (!found) throw new Error(`There is no ${id}.`);
    return found;
  };

  it('is what is open, with most in common first, then the newest', () => {
    expect(idsOf(openOpportunitiesOnTopics(own, { taskTypes: ['data'], causes: ['water'] }))).toEqual([
      'both',
      'newest',
      'older',
    ]);
    expect(openOpportunitiesOnTopics(own, { taskTypes: [], causes: [] })).toEqual([]);
  });

  it('is to be read next: first on the subject, then for the same readers', () => {
    expect(idsOf(relatedResources(own, one(own.resources, 'guide')))).toEqual(['same-work', 'same-readers']);
  });

  it('is what a story tells of, also when nobody is wanted any more', () => {
    expect(topicsOfStory(own, one(own.stories, 'told'))).toMatchObject({
      taskTypes: ['data'],
      causes: ['water'],
    });
    expect(topicsOfStory(own, one(own.stories, 'without'))).toEqual({ taskTypes: [], causes: [] });
  });
});
