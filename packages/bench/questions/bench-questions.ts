/** Asks questions as visitors type them, and scores the answers. */
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
import { allowFileFetch, openSearch, type Search } from '../search/own-engine';
import { readQuestions, readRealQuestions, type Question } from './questions';
import { formatScores, scoreColumns } from './score';
import { benchNow } from '../content/setting';
import { listingEntries, QuestionsError } from './listings';

type Print = (line: string) => void;

export interface BenchQuestionsOptions {
  readonly locales: readonly Locale[];
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

async function askAll(search: Search, questions: readonly Question[]): Promise<AskedAnswer[]> {
  const answers: AskedAnswer[] = [];
  for (const question of questions) answers.push({ question, ids: await search({ text: question.text }) });
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
    const answers = await askAll(openSearch(outDir, corpus.opportunities, locale), questions);
    const byKind = Map.groupBy(answers, ({ question }) => question.kind);
    const rows = [...byKind].map(([kind, some]) => [kind, ...formatScores(some)]);
    printTable(print, [`${locale}, ${corpus.opportunities.length} opportunities`, ...scoreColumns], rows);
  }
}
