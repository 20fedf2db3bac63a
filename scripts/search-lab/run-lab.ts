/** `npm run search:lab`: explains a query, or asks a file of questions. */
import type { Locale } from '@/i18n/locales';
import { filterOpportunities } from '@/search/facets/filter-opportunities';
import { emptyState, statusValues, withValues } from '@/search/facets/search-address';
import { resultsPerPage } from '@/search/ui/results/result-card';
import { formatColumns } from '@scripts/bench/format-columns';
import type { JudgedQuestion } from '@scripts/bench/questions/questions';
import { formatAnswer, formatScores, scoreColumns, type Answer } from '@scripts/bench/questions/score';
import { allowFileFetch } from '@scripts/bench/search/engines/own-engine';
import { formatTrace } from './format-trace';
import { readJudgedQuestions } from './judged-questions';
import { openLab, readLabSite, type Lab } from './open-lab';
import { traceQuery } from './trace-query';

export interface LabOptions {
  /** The folder of the content. */
  readonly content: string;
  /** The site's first language by default. */
  readonly locale?: Locale | undefined;
  /** Explained, unless a file of questions is given. */
  readonly query: string;
  /** The file of questions. */
  readonly questions?: string | undefined;
  /** The instant (ms) at which opportunities are open or closed. */
  readonly now: number;
}

const workDir = '.local/search-lab';

/** Asks a question, and returns the ids of the first ten results of every status. */
async function findIds(lab: Lab, { text }: JudgedQuestion): Promise<string[]> {
  const { lookup } = await lab.ask(text);
  const state = withValues({ ...emptyState, q: text }, 'status', statusValues);
  const { rows } = filterOpportunities(lab.table, state, lookup.rows, lab.now);
  return rows.slice(0, resultsPerPage).flatMap((row) => lab.opportunities[row]?.id ?? []);
}

/** Asks questions, and returns a table of the scores and the results of each question as lines. */
export async function askQuestions(lab: Lab, questions: readonly JudgedQuestion[]): Promise<string[]> {
  const answers: Answer[] = [];
  for (const question of questions) answers.push({ question, ids: await findIds(lab, question) });
  const opportunities = `${lab.locale}, ${lab.table.size} opportunities`;
  return [
    ...formatColumns(['questions', ...scoreColumns], [[opportunities, ...formatScores(answers)]]),
    ...answers.flatMap((answer) => ['', answer.question.text, ...formatAnswer(answer)]),
  ];
}

/** Builds the index of a language, asks, and prints. Rejects with an `OperatorError` that says what to do. */
export async function runLab(options: LabOptions, print: (line: string) => void): Promise<void> {
  const site = await readLabSite(options.content, options.now, print);
  allowFileFetch();
  const lab = await openLab(site, workDir, options.locale);
  const lines =
    options.questions === undefined
      ? formatTrace(await traceQuery(lab, options.query), lab.locale)
      : await askQuestions(
          lab,
          await readJudgedQuestions(options.questions, new Set(lab.opportunities.map(({ id }) => id))),
        );
  for (const line of lines) print(line);
}
