/** Asks questions as visitors type them, and compares the answers of the engines. */
import path from 'node:path';
import { locales, type Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { writeSearchIndex } from '@/search/index/build-index';
import { acceptEntries } from '@/pipeline/check/accept';
import { formatProblem } from '@/model/problems';
import { buildSite, type Site } from '@/site/site';
import { createFilesSource } from '@/sources/files/files-source';
import { printTable } from '../print-table';
import { readCorpus } from '../search/cases/judgements';
import type { EngineFactory } from '../search/engines/engine';
import { loadRivals } from '../search/engines/engines';
import { allowFileFetch, createOwnEngine } from '../search/engines/own-engine';
import { questionKinds, readQuestions, readRealQuestions, type Question } from './questions';
import { formatScores, scoreColumns } from './score';
import { benchNow } from '../content/setting';
import { listingEntries, QuestionsError } from './listings';

type Print = (line: string) => void;

export interface BenchQuestionsOptions {
  readonly locales: readonly Locale[];
  /** Compares with other engines. */
  readonly rivals: boolean;
  /** Asks the questions that are held back for the report; else the other half, which the search may be tuned by. */
  readonly report: boolean;
  /** The folder of the real listings; without it the questions are about the sample and the invented listings. */
  readonly real?: string | undefined;
}

const workDir = '.local/bench/questions';

interface AskedAnswer {
  readonly question: Question;
  readonly ids: readonly string[];
}

async function askAll(
  factory: EngineFactory,
  corpus: ReturnType<typeof readCorpus>,
  locale: Locale,
  questions: readonly Question[],
): Promise<AskedAnswer[]> {
  const engine = await factory.open(corpus.opportunities, locale);
  const answers: AskedAnswer[] = [];
  for (const question of questions)
    answers.push({ question, ids: (await engine.search({ text: question.text })).slice(0, 10) });
  await engine.close?.();
  return answers;
}

/**
 * Builds the site in which a language's questions are asked, without pictures: of the sample and the benchmark's listings,
 * or of the real ones alone. Throws a `QuestionsError` where a listing can’t be shown.
 */
async function buildQuestionsSite(locale: Locale, real?: string): Promise<Site> {
  const sample = await createFilesSource('content').read(() => {});
  const { entries, problems } = acceptEntries(
    real === undefined
      ? [...sample.entries, ...listingEntries(locale)]
      : [...sample.entries.filter(({ type }) => type === 'settings'), ...listingEntries(locale, real)],
    sample.problems,
  );
  const fault = problems.find(({ severity }) => severity === 'blocks');
  if (fault) throw new QuestionsError(formatProblem(fault));
  return buildSite({ locales, fallbacks: {}, entries, pictures: {}, now: Date.parse(benchNow) });
}

/** Asks and prints. Rejects with a `QuestionsError` where the benchmark's own files are wrong. */
export async function benchQuestions(options: BenchQuestionsOptions, print: Print): Promise<void> {
  const { real, report } = options;
  const rivals = options.rivals ? await loadRivals(workDir, print) : [];
  allowFileFetch();
  for (const locale of options.locales) {
    const site = await buildQuestionsSite(locale, real && path.resolve(real));
    const own = site.byLocale.get(locale);
    if (!own) continue;
    const outDir = `${workDir}/${locale}`;
    await writeSearchIndex({ site, outDir });
    const corpus = readCorpus(own.opportunities, translator(locale));
    const questions =
      real === undefined
        ? readQuestions(locale).filter(({ isHeldBack }) => isHeldBack === report)
        : readRealQuestions(locale, report);
    const answered = [];
    for (const factory of [createOwnEngine(outDir), ...rivals])
      answered.push({ name: factory.name, answers: await askAll(factory, corpus, locale, questions) });
    for (const kind of questionKinds) {
      if (!questions.some((question) => question.kind === kind)) continue;
      const rows = answered.map(({ name, answers }) => [
        name,
        ...formatScores(answers.filter(({ question }) => question.kind === kind)),
      ]);
      print('');
      print(`${locale}, ${kind}, ${corpus.opportunities.length} opportunities`);
      printTable(print, ['engine', ...scoreColumns], rows);
    }
  }
}
