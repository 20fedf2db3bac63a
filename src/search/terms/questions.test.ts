/** Questions as visitors type them, each of which was once answered wrongly or with nothing. */
import { beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import type { RawEntry } from '@/model/types/entry';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
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
  online: ['Answer letters online', 'A letter a day.'],
  homes: ['Answer letters in homes', 'Of old sailors.'],
};
const french: Record<string, Texts> = {
  finir: ['Finir un herbier', 'Des planches à numériser.'],
  finance: ['Tenir les finances', 'Un budget à suivre pour une association.'],
  euro: ['Compter une recette de 1 euro', 'Par enfant et par jour.'],
  carton: ['Classer 1 carton', 'De vieilles cartes.'],
  distance: ['Relire des lettres à distance', 'Une page par jour.'],
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

const root = temporaryFolder('all');

beforeAll(async () => {
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
    await writeSearchIndex({ site, outDir: root.at(locale) });
  }
});

type Locale = 'en' | 'fr' | 'es';

/** The ids of the results, with how the query was understood. */
async function ask(locale: Locale, words: string) {
  const engine = engineFromFolder(root.at(locale), locale);
  const found = await engine.find(words);
  const cards = await engine.cards(words, found?.rows ?? []);
  return {
    ids: cards.map(({ id }) => id),
    used: found?.interpretation.used ?? [],
    excluded: found?.interpretation.excluded.map((one) => one.words) ?? [],
    corrected: found?.interpretation.corrected.map(({ words: others }) => others) ?? [],
    groups: [...new Set(found?.groups.values() ?? [])],
    groupOf: new Map(cards.map(({ id }, place) => [id, found?.groups.get(found.rows[place] ?? -1)])),
  };
}

it.each<[Locale, string, string]>([
  ['en', 'help refugees learn english at home', 'lessons'],
  ['en', 'can i volunteer at an animal shelter with no experience', 'shelter'],
  ['fr', 'aide pour payer le permis de conduire', 'permis'],
  ['es', 'trabajar en un hostal a cambio de alojamiento', 'hostal'],
])('a question is answered, though no text has all of its words (%s): %s', async (locale, words, first) => {
  const { ids, used, groups } = await ask(locale, words);
  expect(ids[0]).toBe(first);
  expect(groups).not.toContain('all');
  expect(used.length).toBeGreaterThan(1);
});

it.each<[Locale, string, string]>([
  ['en', 'answer letters from home', 'online'],
  // None of its words says anything.
  ['fr', 'relire de chez moi', 'distance'],
])('an idiom finds what it means (%s): %s', async (locale, words, first) => {
  const { ids, groupOf } = await ask(locale, words);
  expect(ids[0]).toBe(first);
  expect(groupOf.get('homes')).not.toBe('all');
});

it.each<[string, string]>([
  ['anything except dogs', 'dogs'],
  ['I want something other than shelters', 'shelters'],
  ['anything except sheltr', 'shelter'],
])('without other words, everything else is found: %s', async (words, told) => {
  const { ids, excluded } = await ask('en', words);
  expect(ids.toSorted()).toEqual(
    Object.keys(english)
      .filter((id) => id !== 'shelter')
      .toSorted(),
  );
  expect(excluded).toEqual([told]);
});

it.each<[Locale, string, string]>([
  // In a text rather than filed under it.
  ['en', 'deaf', 'deaf'],
  ['es', 'profesor', 'profesor'],
])('first comes what fits best (%s): %s', async (locale, words, first) => {
  const { ids, corrected } = await ask(locale, words);
  expect(ids[0]).toBe(first);
  expect(corrected).toEqual([]);
});

it.each<[Locale, string, readonly string[]]>([
  // Words in quotation marks: all of them, in any form, wherever.
  ['es', '"medio ambiente"', ['apart', 'phrase']],
  ['en', '"videos" lesson', ['lessons']],
  ['en', '"zideo" lessons', []],
  // Not the beginnings of other words.
  ['fr', 'finir', ['finir']],
  ['es', 'luces', ['luces']],
  ['es', 'luz', ['luces']],
  // Names with signs, letters, acronyms, addresses and emoji.
  ['en', 'C++', ['code']],
  ['en', 'R', ['code']],
  ['en', 'AARP', ['code']],
  ['en', 'dogs@shelter.example', ['shelter']],
  ['en', '🐶', ['shelter']],
  // A digit alone says little: what has all of it comes first, and what has none isn't there.
  ['fr', '1 euro', ['euro', 'carton']],
  // An excluded word.
  ['en', 'volunteer -hospice', ['ages']],
])('these are all results, in this order (%s): %s', async (locale, words, ids) => {
  expect(await ask(locale, words)).toMatchObject({ ids, corrected: [] });
});

it('an opportunity is found by what it is filed under', async () => {
  expect((await ask('en', 'disability')).ids.toSorted()).toEqual(['deaf', 'ramp']);
});

it('a word that is spelled right isn’t corrected, though no text has it', async () => {
  const battered = await ask('en', 'battered wives');
  expect(battered.corrected).toEqual([]);
  expect((await ask('es', 'internet')).corrected).toEqual([]);
  expect((await ask('en', 'volunter')).corrected).toEqual([['volunteer']]);
});

it.each<[Locale, string, string]>([
  ['en', 'taught', 'lessons'],
  ['en', 'elderly peasant', 'old'],
  ['en', 'pets', 'shelter'],
  // Spelled right, and one letter from a word of the text.
  ['en', 'hogs', 'shelter'],
  ['fr', 'courriers', 'distance'],
  ['es', 'jardín', 'phrase'],
  ['es', 'enseñanza', 'profesor'],
])('what is similar in meaning is found where the words aren’t (%s): %s', async (locale, words, similar) => {
  const { groupOf, corrected } = await ask(locale, words);
  expect(groupOf.get(similar)).toBe('similar');
  expect(corrected).toEqual([]);
});

it('nothing similar joins words that are found, or in quotation marks, nor what is excluded', async () => {
  expect((await ask('en', 'walk dogs')).groups).not.toContain('similar');
  expect((await ask('en', '"pets"')).ids).toEqual([]);
  expect((await ask('en', 'pets -dogs')).ids).not.toContain('shelter');
});
