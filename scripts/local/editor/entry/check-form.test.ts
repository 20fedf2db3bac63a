import { describe, expect, it } from 'vitest';
import { contentTypeNames } from '@/model/types/entry';
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

  it('tell what is wrong in a rule of the site while other fields are empty', () => {
    const { findings } = check({ originalLanguage: 'en', status: 'draft', hours: { min: 2, max: 30 } });
    expect(findings.find(({ place }) => place === 'hours.max')).toMatchObject({
      isFault: true,
      isMissing: false,
      text: expect.stringContaining('the limit is 20'),
    });
  });

  it('remark on no empty field of a new entry', () => {
    const fields = { originalLanguage: 'en', status: 'draft' };
    for (const type of contentTypeNames) {
      const { findings } = checkForm(type, '', { fields, before: undefined, locale: 'en' });
      expect(
        findings.filter(({ place, isMissing }) => place !== '' && !isMissing),
        type,
      ).toEqual([]);
    }
    const story = checkForm('story', 'a', { fields, before: fields, locale: 'en' });
    expect(story.findings.find(({ place }) => place === 'consent')).toMatchObject({ isMissing: false });
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
