import { describe, expect, it } from 'vitest';
import { editorTexts, editorTranslator, type EditorText } from './editor';
import { locales } from './locales';

const gapsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

const english = Object.keys(editorTexts('fr')) as EditorText[];

describe('the words of editors’ tools', () => {
  it.each(locales.filter((locale) => locale !== 'en'))('are all there (%s)', (locale) => {
    expect(Object.keys(editorTexts(locale))).toEqual(english);
  });

  it.each(locales)('have no gap that nothing fills (%s)', (locale) => {
    const faults = Object.entries(editorTexts(locale)).filter(([text, translation]) =>
      gapsOf(translation).some((name) => !gapsOf(text).includes(name)),
    );
    expect(faults).toEqual([]);
    expect(Object.values(editorTexts(locale)).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('are found for sentences whose gaps are filled, and for what stands in a gap', () => {
    const t = editorTranslator('fr');
    expect(t.filled('is 30 hours a week, but the limit is 20')).toBe(
      '30\u00A0heures par semaine, et la règle en admet 20',
    );
    expect(t.filled('is not valid YAML at line 3, column 1: this name is there already')).toBe(
      'ce n’est pas du YAML valide, ligne 3, colonne 1\u00A0: ce nom y est déjà',
    );
    expect(t.filled('is “Dakar”; it must be an e-mail address')).toBe(
      '«\u202FDakar\u202F» ne convient pas\u00A0: il faut une adresse de courriel',
    );
    expect(t.filled('is missing; the Español text is left out until it’s fixed')).toBe(
      'ce champ est vide\u202F; le texte (Español) n’est pas affiché d’ici là',
    );
  });

  it('leave a text without a translation as it is', () => {
    expect(editorTranslator('es').any('Nothing of ours')).toBe('Nothing of ours');
    expect(editorTranslator('es').filled('Nothing of ours')).toBe('Nothing of ours');
  });

  it('spare editors the ids of choices, in English too', () => {
    expect(editorTranslator('en').filled('Use one of: en, fr, es.')).toBe('Choose one from the list.');
    expect(editorTranslator('en').filled('Give at least 2.')).toBe('Give at least 2.');
  });
});
