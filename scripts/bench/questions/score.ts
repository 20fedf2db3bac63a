/** Scores the answers of an engine, and formats them. */
import type { Grades, JudgedQuestion } from './questions';

/** An engine's answer to a question: the ids of at most ten listings, best first. */
export interface Answer<Asked extends JudgedQuestion = JudgedQuestion> {
  readonly question: Asked;
  readonly ids: readonly string[];
}

interface AnswerScores {
  /** Normalized discounted cumulative gain of the first ten; a full answer gains 3 or 7, a partial one 1. */
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

const gainOf = (grade: number) => 2 ** grade - 1;

const discounted = (gains: readonly number[]) =>
  gains.slice(0, 10).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);

/** The nDCG@10 of ids, best first; 0 where nothing answers the question. */
export function ndcgOf(ids: readonly string[], grades: Grades): number {
  const ideal = discounted([...grades.values()].map(gainOf).sort((a, b) => b - a));
  return ideal === 0 ? 0 : discounted(ids.map((id) => gainOf(grades.get(id) ?? 0))) / ideal;
}

function precisionOf(ids: readonly string[], grades: Grades): number {
  const shown = ids.slice(0, Math.min(10, grades.size));
  return grades.size === 0 ? 1 : shown.filter((id) => grades.has(id)).length / Math.min(10, grades.size);
}

/** The means over the answers; NaN for none. */
export function scoreAnswers(answers: readonly Answer[]): AnswerScores {
  const mean = (of: (answer: Answer) => number) =>
    answers.reduce((sum, answer) => sum + of(answer), 0) / answers.length;
  const isAmongFive = ({ ids, question }: Answer, least: number) =>
    ids.slice(0, 5).some((id) => (question.grades.get(id) ?? 0) >= least) ? 1 : 0;
  return {
    ndcg: mean(({ ids, question }) => ndcgOf(ids, question.grades)),
    fullInFive: mean((answer) => isAmongFive(answer, 2)),
    anyInFive: mean((answer) => isAmongFive(answer, 1)),
    precision: mean(({ ids, question }) => precisionOf(ids, question.grades)),
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

/** The results of a question as lines: `*` and `+` mark full answers, `·` partial ones, and `-` full ones that are missing. */
export function formatAnswer({ question: { grades }, ids }: Answer): string[] {
  const marks = { 0: ' ', 1: '·', 2: '+', 3: '*' } as const;
  const missing = [...grades].filter(([id, grade]) => grade >= 2 && !ids.includes(id));
  return [...ids.map((id) => `  ${marks[grades.get(id) ?? 0]} ${id}`), ...missing.map(([id]) => `  - ${id}`)];
}
