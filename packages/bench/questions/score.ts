/** Scores answers. */
import { ndcgOf } from '../search/quality';
import type { JudgedQuestion } from './questions';

/** An answer to a question: the ids of at most ten listings, best first. */
export interface Answer {
  readonly question: JudgedQuestion;
  readonly ids: readonly string[];
}

interface AnswerScores {
  /** nDCG@10; the best answers about real listings gain 7, full ones 3, partial ones 1. */
  readonly ndcg: number;
  /** Share of questions with a full answer among the first five. */
  readonly fullInFive: number;
  /** Share of questions with any answer among the first five. */
  readonly anyInFive: number;
  /** Share of answers among the shown results, at most ten; of questions with fewer answers, of as many as there are. */
  readonly precision: number;
  /** Number of questions for which nothing was shown. */
  readonly empty: number;
}

function precisionOf({ ids, question: { grades } }: Answer): number {
  const most = Math.min(10, grades.size);
  return most === 0 ? 1 : ids.slice(0, most).filter((id) => grades.has(id)).length / most;
}

/** The means over the answers; NaN for none. */
export function scoreAnswers(answers: readonly Answer[]): AnswerScores {
  const mean = (of: (answer: Answer) => number) =>
    answers.reduce((sum, answer) => sum + of(answer), 0) / answers.length;
  const isAmongFive = ({ ids, question }: Answer, least: number) =>
    ids.slice(0, 5).some((id) => (question.grades.get(id) ?? 0) >= least) ? 1 : 0;
  return {
    ndcg: mean(({ ids, question: { grades } }) =>
      ndcgOf(ids, new Map([...grades].map(([id, grade]) => [id, 2 ** grade - 1]))),
    ),
    fullInFive: mean((answer) => isAmongFive(answer, 2)),
    anyInFive: mean((answer) => isAmongFive(answer, 1)),
    precision: mean(precisionOf),
    empty: answers.filter(({ ids }) => ids.length === 0).length,
  };
}

/** The names of the columns of `formatScores`. */
export const scoreColumns = ['nothing', 'nDCG@10', 'full in 5, %', 'any in 5, %', 'precision@10'] as const;

/** The scores of the answers as cells of a table. */
export function formatScores(answers: readonly Answer[]): string[] {
  const { ndcg, fullInFive, anyInFive, precision, empty } = scoreAnswers(answers);
  const percent = (share: number) => (100 * share).toFixed(0);
  return [
    `${empty} of ${answers.length}`,
    ndcg.toFixed(2),
    percent(fullInFive),
    percent(anyInFive),
    precision.toFixed(2),
  ];
}
