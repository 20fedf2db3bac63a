import type { Cause } from '@/model/vocabularies/causes';
import type { TaskType } from '@/model/vocabularies/task-types';
import type { Author } from './author';
import {
  endLine,
  formatBullets,
  joinPhrases,
  localizeFields,
  createPhrase,
  chooseSummary,
  countWordRange,
} from './phrase';
import type { GeneratorWords, Language, Phrase } from './words';

/** The fewest and the most words of an opportunity's body, in each language. */
export const bodyWords = { fewest: 120, most: 200 } as const;

/** The length of the longest sentence that can be added, in words. */
const longestSentence = 26;

interface OpportunityBody {
  readonly task: Phrase[];
  readonly deliverable: Phrase[];
  readonly impact: Phrase[];
  readonly requirements: Phrase[];
  readonly learning: Phrase[];
  readonly accessibility: Phrase[];
}

/** Adds sentences to the parts until every language has the random length of this opportunity. */
function writeOpportunityBody(
  { random, write, writeSome }: Author,
  words: GeneratorWords,
  cause: Cause,
  task: TaskType,
): OpportunityBody {
  const own = words.tasks[task];
  const { sentences } = words;
  const steps = writeSome(own.steps, own.steps.length);
  const results = writeSome(own.results, own.results.length);
  const body: OpportunityBody = {
    task: [write(random.favour(sentences.openings)), ...steps.splice(0, 2)],
    deliverable: results.splice(0, 1),
    impact: [write(random.favour(words.causes[cause].changes))],
    requirements: writeSome(own.needs, random.int(2, own.needs.length)),
    learning: random.chance(0.5) ? writeSome(sentences.learning, 1) : [],
    accessibility: random.chance(0.33) ? writeSome(sentences.accessibility, 1) : [],
  };
  const length = random.int(bodyWords.fewest, 170);
  const spare = random.shuffle([
    ...steps.map((phrase) => ({ part: body.task, phrase })),
    ...results.map((phrase) => ({ part: body.deliverable, phrase })),
    ...writeSome(sentences.rhythm, 4).map((phrase) => ({ part: body.task, phrase })),
    ...writeSome(sentences.impacts, 2).map((phrase) => ({ part: body.impact, phrase })),
  ]);
  for (const { part, phrase } of spare) {
    const { fewest, most } = countWordRange(joinPhrases(Object.values(body).flat()));
    if (fewest >= length || most + longestSentence > bodyWords.most) break;
    part.push(phrase);
  }
  return body;
}

/** Writes the texts of an opportunity by language, in the model's order. */
export function writeOpportunityTexts(
  author: Author,
  words: GeneratorWords,
  { cause, task, formerSlug }: { cause: Cause; task: TaskType; formerSlug: string | undefined },
): Record<Language, Record<string, unknown>> {
  const { random, write, writeSome } = author;
  const own = words.tasks[task];
  const title = write(random.favour(own.titles));
  const summary = chooseSummary(writeSome(words.sentences.summaries, 3));
  const body = writeOpportunityBody(author, words, cause, task);
  const optional = (part: readonly Phrase[]) => (part.length > 0 ? endLine(joinPhrases(part)) : undefined);
  return localizeFields({
    title: title,
    formerSlugs: formerSlug === undefined ? [] : [createPhrase(() => formerSlug)],
    summary: summary,
    task: endLine(joinParagraphs(body.task)),
    deliverable: optional(body.deliverable),
    impact: optional(body.impact),
    requirements: endLine(formatBullets(body.requirements)),
    learning: optional(body.learning),
    accessibility: optional(body.accessibility),
    questions: random.chance(0.5) ? writeSome(own.questions, random.int(1, 2)) : [],
  });
}

/** Joins sentences to paragraphs of four. */
function joinParagraphs(sentences: readonly Phrase[]): Phrase {
  const count = Math.ceil(sentences.length / 4);
  return joinPhrases(
    Array.from({ length: count }, (_, index) => joinPhrases(sentences.slice(index * 4, index * 4 + 4))),
    '\n\n',
  );
}
