/** Queries and questions in a small site of its own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples/samples';
import type { RawEntry } from '@/model/types/entry';
import { acceptEntries } from '@/pipeline/check/accept';
import { buildSite, type Site } from '@/site/site';
import { allowFileFetch } from '@scripts/bench/search/engines/own-engine';
import { formatTrace } from './format-trace';
import { readJudgedQuestions } from './judged-questions';
import { LabError, openLab, type Lab } from './open-lab';
import { askQuestions } from './run-lab';
import { traceQuery } from './trace-query';

const rest = { summary: 'A summary.', deliverable: 'A file.', impact: 'It matters.', requirements: '- Care' };

const opportunity = (id: string, title: string, task: string, shared: Record<string, unknown> = {}) =>
  rawOpportunity(
    id,
    { originalLanguage: 'en', causes: ['education'], taskTypes: ['data'], ...shared },
    { en: { title, task, ...rest } },
  );

const synonyms: RawEntry = {
  id: 'general',
  type: 'synonyms',
  locales: { en: { title: 'Words', entries: [{ words: ['proofreader'], means: 'task:writing' }] } },
  shared: { originalLanguage: 'en', updated: '2026-01-02' },
  origin: { label: 'synonyms/general.yml' },
};

function smallSite(): Site {
  const { entries } = acceptEntries(
    [
      rawSettings(),
      rawOrganization('o1'),
      synonyms,
      opportunity('lessons', 'Teach English to refugees', 'Lessons by video, from your home.'),
      opportunity('homes', 'Measure a home', 'Refugees learn what a home is. The English build it.'),
      opportunity('old', 'Phone an old farmer', 'A talk every week. English is what we teach.'),
      opportunity('letters', 'Write letters', 'For a bank.', { taskTypes: ['writing'] }),
      opportunity('done', 'Teach English songs', 'They are short.', { status: 'filled' }),
    ],
    [],
  );
  const now = Date.parse('2026-11-25T00:00:00Z');
  return buildSite({ locales: ['en'], fallbacks: {}, entries, pictures: {}, now });
}

let root = '';
let lab: Lab;

/** A run of the command; every test begins with the globals as they were. */
const stubFetch = () => {
  vi.stubGlobal('fetch', fetch);
  allowFileFetch();
};

beforeAll(async () => {
  stubFetch();
  root = await mkdtemp(path.join(tmpdir(), 'lab-'));
  lab = await openLab(smallSite(), root);
});

beforeEach(stubFetch);

afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(root, { recursive: true, force: true });
});

describe('a query', () => {
  it('has results whose parts add up to the scores that they are ranked by', async () => {
    for (const query of [
      'teach english to refugees',
      'old farmer',
      'the elderly',
      'english',
      'proofreader',
    ]) {
      const { results, lookup } = await traceQuery(lab, query);
      expect(results.length).toBeGreaterThan(0);
      for (const { parts, score } of results)
        expect(parts.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 10);
      // Where a word is missing, what has all others comes first without being in the group of all words.
      if (lookup.missing.length > 0) continue;
      const ranks = results.map(({ group, score }) => (group === 'all' ? 1000 : 0) + score);
      expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
    }
  });

  it('says where each result has its words, and only of open ones', async () => {
    const { results, open, lookup } = await traceQuery(lab, 'english lessons');
    expect(lookup.rows.length).toBe(open + 1);
    expect(results.map(({ id }) => id)).not.toContain('done');
    expect(results[0]).toMatchObject({ id: 'lessons', title: 'Teach English to refugees', group: 'all' });
    expect(results[0]?.parts.map(({ kind, label, evidence }) => [kind, label, ...evidence])).toEqual([
      ['word', 'english', 'english (title)'],
      ['word', 'lessons', 'lessons (text)'],
    ]);
  });

  it('names its function words, and what the search does with them', async () => {
    const rolesOf = async (query: string) =>
      (await traceQuery(lab, query)).functionWords.map(({ typed, role }) => `${typed}: ${role}`);
    expect(await rolesOf('i want to teach english')).toEqual([
      'i: left out',
      'want: left out',
      'to: left out',
    ]);
    expect(await rolesOf('to teach english')).toEqual(['to: optional']);
    expect(await rolesOf('to')).toEqual(['to: required']);
  });

  it('names the corrections of a word and what begins with it', async () => {
    const { words } = await traceQuery(lab, 'englsh lett');
    expect(words[0]).toMatchObject({ isForm: false, corrections: ['english'], documents: 4 });
    expect(words[1]).toMatchObject({
      isForm: false,
      longer: [{ word: 'letters', documents: 1 }],
    });
  });

  it('names the stem of a word, and how many opportunities have each form', async () => {
    const { words } = await traceQuery(lab, 'lesson');
    expect(words).toMatchObject([
      { typed: 'lesson', stem: 'lesson', documents: 1, forms: [{ word: 'lessons', documents: 1 }] },
    ]);
  });

  it('names what a word stands for, and what has it', async () => {
    const { synonyms: found, results } = await traceQuery(lab, 'proofreader');
    expect(found).toMatchObject([
      { typed: 'proofreader', targets: [{ term: { value: 'writing' } }], found: 1 },
    ]);
    expect(results.map(({ id, parts }) => [id, parts[0]?.evidence])).toEqual([['letters', ['task:writing']]]);
  });

  it('names the related words that it was searched for with', async () => {
    const { words, results, lookup } = await traceQuery(lab, 'elderly farmer');
    expect(words[0]).toMatchObject({ documents: 0, isSpelledRight: true });
    expect(words[0]?.related).toContainEqual({ word: 'old', documents: 1 });
    expect(lookup.related).toContain('old');
    const related = results.flatMap(({ parts }) => parts).filter(({ kind }) => kind === 'related');
    expect(related).toMatchObject([{ label: 'old', evidence: ['old (title)'] }]);
  });

  it('names pairs of words that stand side by side', async () => {
    const { pairs, results } = await traceQuery(lab, 'teach english');
    expect(pairs).toEqual([{ word: 'teach english', documents: 2 }]);
    const having = results.filter(({ parts }) => parts.some(({ kind }) => kind === 'pair'));
    expect(having.map(({ id }) => id)).toEqual(['lessons']);
    expect((await traceQuery(lab, 'english home')).pairs).toEqual([{ word: 'english home', documents: 0 }]);
  });

  it('says how many opportunities have a phrase, or that none has it', async () => {
    const explain = async (query: string) => formatTrace(await traceQuery(lab, query), 'en');
    expect(await explain('"old farmer"')).toContain(
      '  phrases  “old farmer” (in 1 of 5 opportunities, no others are results)',
    );
    expect(await explain('"farmer old"')).toContain(
      '  phrases  “farmer old” (in no opportunity, so the words are looked up alone)',
    );
  });

  it('is explained in plain text', async () => {
    const lines = formatTrace(await traceQuery(lab, 'english lessons -bank'), 'en');
    expect(lines[0]).toBe('“english lessons -bank”, English, 5 opportunities');
    expect(lines).toContain('  excluded words  bank (in 1 of 5 opportunities)');
    expect(lines.find((line) => / 1 {2}all .* lessons$/.test(line))).toBeDefined();
    expect(lines.find((line) => line.endsWith('lessons: lessons (text)'))).toBeDefined();
    expect(lines.join('\n')).not.toMatch(/undefined|NaN/);
  });

  it('without words is refused', async () => {
    await expect(traceQuery(lab, '!!!')).rejects.toThrow(LabError);
  });
});

describe('a file of questions', () => {
  const ids = new Set(['lessons', 'homes', 'old']);

  async function read(text: string) {
    const file = path.join(root, 'questions.yml');
    await writeFile(file, text);
    return readJudgedQuestions(file, ids);
  }

  it('is YAML or JSON, and its questions are asked', async () => {
    const questions = await read('- question: teach english\n  full: [lessons]\n  partly: [homes]\n');
    expect(await read('[{ "question": "teach english", "full": ["lessons"], "partly": ["homes"] }]')).toEqual(
      questions,
    );
    const lines = await askQuestions(lab, questions);
    expect(lines[2]).toMatch(/en, 5 opportunities.* 0 of 1 /);
    expect(lines.slice(4)).toContain('  + lessons');
    // Opportunities of every status count.
    expect(lines.slice(4)).toContain('    done');
  });

  it.each([
    ['- question: x\n  ful: [lessons]', /Unrecognized key: "ful"/],
    ['- question: [', /is not valid YAML/],
    ['[]', /can’t be used/],
    ['- question: x', /question 1 \(“x”\) has no answer/],
    ['- question: x\n  full: [nowhere]', /question 1 \(“x”\) names nowhere, which/],
    ['- question: x\n  full: [old]\n  partly: [old]', /names old twice/],
  ])('is refused with what is wrong: %j', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
    await expect(read(text)).rejects.toThrow(LabError);
  });
});

it('is not opened in a language that the content lacks', async () => {
  await expect(openLab(smallSite(), root, 'fr')).rejects.toThrow('The content has no Français (fr).');
});
