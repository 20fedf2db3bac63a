import { describe, expect, it } from 'vitest';
import { createFilesSource } from '@/sources/files/files-source';
import { getImportFields, type ImportField } from '../import-fields';
import { termSchema } from '../table/column-values';
import { collectTermSynonyms, guessTerm } from './guess-term';

/** The choice that each item of a list is. */
const choice = (path: string) => termSchema(getImportFields('opportunity').get(path) as ImportField);

const { entries } = await createFilesSource('content').read(() => undefined);
const synonyms = collectTermSynonyms(entries);

describe('guessTerm', () => {
  it.each([
    ['causes', 'eau', 'water'],
    ['causes', 'Agua', 'water'],
    ['causes', 'Educaton', 'education'],
    ['causes', 'Medio ambiente', 'climate'],
    ['taskTypes', 'Graphisme', 'design'],
    ['taskTypes', 'Enseignement', 'teaching'],
    ['taskTypes', 'Traducion', 'translation'],
    ['taskTypes', 'Informatique', 'web'],
  ])('%s: “%s” is %s', (path, words, id) => {
    expect(guessTerm(choice(path), words, synonyms)).toBe(id);
  });

  it.each([
    ['causes', 'Astronautique'],
    // In the names of two causes.
    ['causes', 'inclusion and rights and nothing else'],
    ['causes', 'de'],
    ['causes', ''],
    // One letter from “Iran” and “Iraq”.
    ['countries', 'Irax'],
  ])('%s: “%s” is nothing', (path, words) => {
    expect(guessTerm(choice(path), words, synonyms)).toBeUndefined();
  });
});
