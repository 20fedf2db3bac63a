/** Questions as visitors type them, each of which was once answered wrongly or with nothing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RawEntry } from '@/model/types/entry';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples/samples';
import { acceptEntries } from '@/pipeline/check/accept';
import { buildSite } from '@/site/site';
import { writeSearchIndex } from '../index/build-index';
import { engineFromFolder } from '../query/engine.fixture';

type Texts = readonly [title: string, task: string, shared?: Record<string, unknown>];

const english: Record<string, Texts> = {
  lessons: ['Teach English to refugees', 'Lessons by video, from your home, twice a week.'],
  shelter: ['Walk the dogs of a shelter', 'No experience needed. Write to dogs@shelter.example 🐶'],
  hospice: ['Visit people in a hospice', 'A volunteer sits and listens. Being there is enough at all ages.'],
  ages: ['Read to all ages', 'A volunteer reads tales.'],
  deaf: ['Caption films for deaf viewers', 'You write captions.', { causes: ['disability'] }],
  ramp: ['Measure ramps', 'You measure slopes of paths.', { causes: ['disability'] }],
  code: ['Repair a program in C++', 'It runs on computers. R is no use here, for AARP.'],
  old: ['Phone an old farmer', 'A talk every week.'],
  daughters: ['Help daughters of fishers', 'Lives on the coast.'],
};
const french: Record<string, Texts> = {
  finir: ['Finir un herbier', 'Des planches à numériser.'],
  finance: ['Tenir les finances', 'Un budget à suivre pour une association.'],
  euro: ['Compter une recette de 1 euro', 'Par enfant et par jour.'],
  carton: ['Classer 1 carton', 'De vieilles cartes.'],
  permis: ['Accompagner au permis de conduire', 'Une aide pour financer les leçons de code.'],
};
const spanish: Record<string, Texts> = {
  hostal: ['Recibir huéspedes en un hostal', 'Cama y comida a cambio de tareas.'],
  luces: ['Instalar luces', 'En una escuela.'],
  apart: ['Medio día de buen ambiente', 'Se cocina y se charla.'],
  phrase: ['Plantar en un parque', 'Quien cuida el medio ambiente planta.'],
  profesor: ['Orientar a un profesor', 'De un taller de barro.'],
  profesional: ['Revisar un perfil profesional', 'De una carpintera.'],
  lucro: ['Asesorar a una entidad sin lucro', 'Con sus estatutos.'],
};

const rest = { summary: 'A summary.', deliverable: 'A file.', impact: 'It matters.', requirements: '- Care' };

const entriesOf = (locale: 'en' | 'fr' | 'es', texts: Record<string, Texts>): RawEntry[] =>
  Object.entries(texts).map(([id, [title, task, shared]]) =>
    rawOpportunity(
      id,
      { originalLanguage: locale, causes: ['education'], taskTypes: ['data'], ...shared },
      { [locale]: { title, task, ...rest } },
    ),
  );

let root = '';

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'questions-'));
  for (const [locale, texts] of [
    ['en', english],
    ['fr', french],
    ['es', spanish],
  ] as const) {
    const raw = [rawSettings(), rawOrganization('o1'), ...entriesOf(locale, texts)];
    const { entries, problems } = acceptEntries(raw, []);
    expect(problems.filter(({ severity }) => severity === 'blocks')).toEqual([]);
    const site = buildSite({
      locales: [locale],
      fallbacks: {},
      entries,
      pictures: {},
      now: Date.parse('2026-11-25T00:00:00Z'),
    });
    await writeSearchIndex({ site, outDir: path.join(root, locale) });
  }
});

afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(root, { recursive: true, force: true });
});

/** The ids of the results, with how the query was understood. */
async function ask(locale: 'en' | 'fr' | 'es', words: string) {
  const engine = engineFromFolder(path.join(root, locale), locale);
  const found = await engine.find({ words, exact: false });
  const cards = await engine.cards({ words, exact: false }, found?.rows ?? []);
  return {
    ids: cards.map(({ id }) => id),
    used: found?.used ?? [],
    related: found?.related ?? [],
    corrected: found?.corrected.map(({ words: others }) => others) ?? [],
    groups: [...new Set(found?.groups.values() ?? [])],
    lacksPhrases: found?.lacksPhrases,
    groupOf: new Map(cards.map(({ id }, place) => [id, found?.groups.get(found.rows[place] ?? -1)])),
  };
}

describe('a question', () => {
  it.each([
    ['en', 'help refugees learn english at home', 'lessons'],
    ['en', 'can i volunteer at an animal shelter with no experience', 'shelter'],
    ['fr', 'aide pour payer le permis de conduire', 'permis'],
    ['es', 'trabajar en un hostal a cambio de alojamiento', 'hostal'],
  ] as const)('is answered, though no text has all of its words (%s): %s', async (locale, words, first) => {
    const { ids, used, groups } = await ask(locale, words);
    expect(ids[0]).toBe(first);
    expect(groups).not.toContain('all');
    expect(used.length).toBeGreaterThan(1);
  });

  it('finds first what has both words, even where one is a function word', async () => {
    expect((await ask('en', 'ages being')).ids[0]).toBe('hospice');
  });
});

it('finds first what has the words side by side, even if others have them in their titles', async () => {
  expect((await ask('es', 'medio ambiente')).ids).toEqual(['phrase', 'apart']);
});

describe('a word', () => {
  it('comes first where a text has it, and after that where it is only filed under it', async () => {
    expect((await ask('en', 'deaf')).ids[0]).toBe('deaf');
    expect((await ask('en', 'disability')).ids.toSorted()).toEqual(['deaf', 'ramp']);
  });

  it('isn’t taken for the beginning of its stem', async () => {
    expect((await ask('fr', 'finir')).ids).toEqual(['finir']);
    expect((await ask('es', 'luces')).ids).toEqual(['luces']);
    expect((await ask('es', 'luz')).ids).toEqual(['luces']);
    const profesor = await ask('es', 'profesor');
    expect(profesor).toMatchObject({ corrected: [] });
    expect(profesor.ids[0]).toBe('profesor');
    // Found by a related word, in the group of those that lack the word.
    expect(profesor.groupOf.get('profesional')).not.toBe('all');
  });

  it('is found as it is written: names with signs, letters, acronyms, addresses and emoji', async () => {
    expect((await ask('en', 'C++')).ids).toEqual(['code']);
    expect((await ask('en', 'R')).ids).toEqual(['code']);
    // A digit alone says little: what has all of it comes first, and what has none isn't there.
    expect((await ask('fr', '1 euro')).ids).toEqual(['euro', 'carton']);
    expect(await ask('en', 'AARP')).toMatchObject({ ids: ['code'], corrected: [] });
    expect((await ask('en', 'dogs@shelter.example')).ids).toEqual(['shelter']);
    expect((await ask('en', '🐶')).ids).toEqual(['shelter']);
  });
});

describe('a word that is spelled right', () => {
  it('isn’t corrected, though no text has it', async () => {
    const battered = await ask('en', 'battered wives');
    expect(battered).toMatchObject({ corrected: [] });
    expect(battered.ids).not.toContain('daughters');
    expect((await ask('es', 'internet')).corrected).toEqual([]);
    expect((await ask('en', 'volunter')).corrected).toEqual([['volunteer']]);
  });

  it('finds the words that are related to it, after its own results', async () => {
    const taught = await ask('en', 'taught');
    expect(taught.ids[0]).toBe('lessons');
    expect(taught.related[0]).toBe('teach');
    expect(await ask('en', 'elderly')).toMatchObject({
      ids: expect.arrayContaining(['old']) as unknown,
      corrected: [],
    });
    expect(await ask('es', 'alimento')).toMatchObject({ ids: ['hostal'], related: ['comida'] });
  });
});

describe('signs', () => {
  it('exclude a word', async () => {
    expect((await ask('en', 'volunteer')).ids.toSorted()).toEqual(['ages', 'hospice']);
    expect((await ask('en', 'volunteer -hospice')).ids).toEqual(['ages']);
  });

  it('make a phrase', async () => {
    expect((await ask('en', '"all ages"')).ids.toSorted()).toEqual(['ages', 'hospice']);
    expect((await ask('es', '"medio ambiente"')).ids).toEqual(['phrase']);
    expect((await ask('fr', '"permis de conduire"')).ids).toEqual(['permis']);
    expect((await ask('fr', '"conduire permis"')).lacksPhrases).toBe(true);
  });
});
