import { describe, expect, it } from 'vitest';
import { findEntryProblems, findMissingTitle, requiredTexts } from './entry-problems';

describe('the problems of an entry in a form', () => {
  it('are beside each text that the original needs, where it has none at all', () => {
    const fields = { status: 'open', originalLanguage: 'es', updated: '2026-11-25' };
    const spanish = findEntryProblems('opportunity', '', fields).filter(({ locale }) => locale === 'es');
    expect(spanish.map(({ field }) => field)).toEqual(requiredTexts('opportunity'));
    expect(new Set(spanish.map(({ code }) => code))).toEqual(new Set(['field-missing']));
  });

  it('are a missing title even in a draft, in the original language', () => {
    const fields = { status: 'draft', originalLanguage: 'fr', fr: { summary: 'Sans titre.' } };
    expect(findMissingTitle('story', fields)).toMatchObject([{ locale: 'fr', field: 'title' }]);
    expect(findMissingTitle('organization', {})).toMatchObject([{ locale: 'en', field: 'name' }]);
    expect(findMissingTitle('story', { ...fields, fr: { title: 'Un titre' } })).toEqual([]);
  });
});
