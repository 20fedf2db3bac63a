import { describe, expect, it } from 'vitest';
import { editorTranslator } from '@/i18n/editor';
import { encodeFile, readForm, titleField, writeForm } from './format';

const t = editorTranslator('en');

const written = (form: object) =>
  (JSON.parse(writeForm('organization', form as Record<string, unknown>)) as { text: string }).text;

describe('a form', () => {
  const text = 'fr:\n  name: Puits\noriginalLanguage: fr\nlogo: /media/orgs/wells.png\n';

  it('has pictures as Decap knows them, and its file as it was', () => {
    const form = readForm('organization', encodeFile(text), t);
    expect(form).toMatchObject({ logo: 'media/orgs--wells.png', [titleField]: 'Puits' });
    expect(written(form)).toBe(text);
  });

  it('keeps the name of a picture that has two hyphens itself', () => {
    const own = text.replace('orgs/wells', 'wells--1');
    expect(written(readForm('organization', encodeFile(own), t))).toBe(own);
  });

  it('names a picture that was chosen by its folder', () => {
    expect(written({ logo: 'media/orgs--school.png' })).toBe('logo: /media/orgs/school.png\n');
    expect(written({ logo: 'media/school.png' })).toBe('logo: /media/school.png\n');
  });

  it('says why a file can’t be read', () => {
    const form = readForm('organization', encodeFile('fr: ['), editorTranslator('fr'));
    expect(form[titleField]).toMatch(/^Fichier illisible\u00A0: ce n’est pas du YAML valide/);
  });
});
