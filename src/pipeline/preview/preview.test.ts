import { describe, expect, it } from 'vitest';
import { contentTypeNames, type RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import type { SourceContent } from '@/sources/source';
import { acceptForPreview, type EntryStateLookup } from './preview';
import { missingId } from '../check/complete-draft';
import { completeDraft } from '../check/complete-draft';

const now = Date.parse('2026-11-25T12:00:00Z');
const today = '2026-11-25';

const raw = (entry: Partial<RawEntry> & Pick<RawEntry, 'type' | 'id'>): RawEntry => ({
  locales: {},
  shared: {},
  origin: { label: entry.id },
  ...entry,
});

const pulled = (entries: readonly RawEntry[], live?: SourceContent['live']): SourceContent => ({
  entries,
  assets: new Map(),
  locales: ['en', 'fr'],
  fallbacks: {},
  problems: [],
  ...(live && { live }),
});

const accept = (
  entries: readonly RawEntry[],
  live?: SourceContent['live'],
  remembered: EntryStateLookup = () => 'live',
) => acceptForPreview(pulled(entries, live), remembered, now);

describe('an unfinished entry', () => {
  it.each(contentTypeNames)('of type %s can be shown with nothing in it', (type) => {
    const { entry, problems } = completeDraft(raw({ type, id: 'x' }), ['fr', 'en'], today);
    const { title } = contentTypes[type];
    const texts = entry.locales.fr as Record<string, unknown> | undefined;
    expect(entry.shared.originalLanguage).toBe('fr');
    if (title in contentTypes[type].localized.shape && typeof texts?.[title] === 'string')
      expect(texts[title]).toMatch(/^⟨.+⟩$/);
    expect(problems.some(({ severity }) => severity === 'blocks')).toBe(true);
  });

  it('keeps what the editor has written, and says what is missing in place', () => {
    const story = raw({
      type: 'story',
      id: 'x',
      locales: { en: { title: 'A tale', quote: 'q'.repeat(400) } },
      shared: { originalLanguage: 'en', status: 'draft', firstName: 'Nora', odd: 1 },
    });
    const { entry, problems } = completeDraft(story, ['en'], today);
    expect(entry.locales.en).toMatchObject({
      title: 'A tale',
      quote: 'q'.repeat(300),
      body: '⟨Story⟩',
    });
    expect(entry.shared).toMatchObject({ status: 'published', firstName: 'Nora', date: today });
    expect(entry.shared).not.toHaveProperty('odd');
    const codes = problems.map(({ code, field }) => `${code} ${field ?? ''}`);
    expect(codes).toEqual(
      expect.arrayContaining(['field-missing body', 'field-invalid quote', 'consent-missing consent']),
    );
  });

  it('breaks rules for everybody to see', () => {
    const { entry, problems } = completeDraft(
      raw({ type: 'opportunity', id: 'x', shared: { hours: { min: 2, max: 40 } } }),
      ['en'],
      today,
    );
    expect(entry.shared).toMatchObject({ hours: { min: 2, max: 40 } });
    expect(problems.map(({ code }) => code)).toContain('hours');
  });
});

describe('a preview', () => {
  const draft = raw({ type: 'opportunity', id: 'half', shared: { status: 'draft', organization: 'none' } });
  const page = (title: string) =>
    raw({
      type: 'page',
      id: 'about',
      locales: { en: { title, summary: 'What we are.', body: 'We are.' } },
      shared: { originalLanguage: 'en', updated: today, role: 'about' },
    });

  it('shows drafts with what keeps them off the site, and an organization where there is none', () => {
    const { entries, marks } = accept([draft]);
    expect(entries.map(({ type, id }) => `${type}/${id}`)).toEqual([
      'opportunity/half',
      `organization/${missingId}`,
    ]);
    expect(marks['opportunity/half']).toMatchObject({ state: 'draft' });
    expect(marks['opportunity/half']?.problems.map(({ field }) => field)).toContain('taskTypes');
    expect(marks).not.toHaveProperty(`organization/${missingId}`);
  });

  it('tells what changed since it was published from what didn’t', () => {
    const live = new Map([['page/about', page('About us')]]);
    const stateOf = (title: string) => accept([page(title)], live).marks['page/about']?.state;
    expect(stateOf('About us')).toBe('live');
    expect(stateOf('Who we are')).toBe('changed');
  });

  it('goes by what is remembered of the last build where files say no more', () => {
    const remembered: EntryStateLookup = (key) => (key === 'page/about' ? 'new' : 'live');
    expect(accept([page('About us')], undefined, remembered).marks['page/about']?.state).toBe('new');
  });

  it('tells of what a build would, and counts it the same', () => {
    const { counts } = accept([draft, page('About us')]);
    expect(counts.opportunity).toEqual({ read: 1, unpublished: 1, leftOut: 0, shown: 0 });
    expect(counts.page.shown).toBe(1);
  });
});
