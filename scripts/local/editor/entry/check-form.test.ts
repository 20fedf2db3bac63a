import { describe, expect, it } from 'vitest';
import { sourceHash } from '@/model/translation-age';
import { checkForm } from './check-form';

const check = (fields: Record<string, unknown>, locale: 'en' | 'fr' = 'en') =>
  checkForm('opportunity', '', { fields, before: undefined, locale });

describe('the checks of a form', () => {
  it('say what is wrong with a field, in the editor’s language', () => {
    const { findings } = check(
      { originalLanguage: 'en', en: { title: 'x'.repeat(121) }, status: 'open' },
      'fr',
    );
    const title = findings.find(({ place }) => place === 'en.title');
    expect(title).toMatchObject({ isFault: true, isMissing: false });
    expect(title?.text).toMatch(/^Titre\u00a0: 121/);
    expect(findings.find(({ place }) => place === 'en.summary')).toMatchObject({ isMissing: true });
  });

  it('want nothing of a draft but its title', () => {
    const { findings } = check({ originalLanguage: 'fr', status: 'draft' });
    expect(findings.filter(({ isMissing }) => isMissing).map(({ place }) => place)).toEqual(['fr.title']);
  });

  it('tell which translations are older than the original', () => {
    const translatedFrom = { fr: { title: sourceHash('Before') } };
    const before = {
      originalLanguage: 'en',
      en: { title: 'After' },
      fr: { title: 'Avant' },
      provenance: { translatedFrom },
    };
    const { outdated } = checkForm('opportunity', 'x', { fields: before, before, locale: 'en' });
    expect(outdated).toEqual({ fr: ['title'] });
  });
});
