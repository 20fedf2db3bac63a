import type { Cause } from '@/model/vocabularies/causes';
import type { TaskType } from '@/model/vocabularies/task-types';
import type { Author } from './author';
import { block, bullets, join, localize, phraseOf, summaryOf, wordRange } from './phrase';
import type { GeneratorWords, Language, Phrase } from './words';

/** The fewest and the most words of an opportunity's body, in each language. */
export const bodyWords = { fewest: 120, most: 200 } as const;

/** The longest sentence that can be added, in words. */
const longestSentence = 26;

interface Body {
  readonly task: Phrase[];
  readonly deliverable: Phrase[];
  readonly impact: Phrase[];
  readonly requirements: Phrase[];
  readonly learning: Phrase[];
  readonly accessibility: Phrase[];
}

/** Adds sentences to the parts until every language has the length that this opportunity is to have. */
function writeBody(
  { random, say, saySome }: Author,
  words: GeneratorWords,
  cause: Cause,
  task: TaskType,
): Body {
  const own = words.tasks[task];
  const { sentences } = words;
  const steps = saySome(own.steps, own.steps.length);
  const results = saySome(own.results, own.results.length);
  const body: Body = {
    task: [say(random.favour(sentences.openings)), ...steps.splice(0, 2)],
    deliverable: results.splice(0, 1),
    impact: [say(random.favour(words.causes[cause].changes))],
    requirements: saySome(own.needs, random.int(2, own.needs.length)),
    learning: random.chance(0.5) ? saySome(sentences.learning, 1) : [],
    accessibility: random.chance(0.33) ? saySome(sentences.accessibility, 1) : [],
  };
  const length = random.int(bodyWords.fewest, 170);
  const spare = random.shuffle([
    ...steps.map((phrase) => ({ part: body.task, phrase })),
    ...results.map((phrase) => ({ part: body.deliverable, phrase })),
    ...saySome(sentences.rhythm, 4).map((phrase) => ({ part: body.task, phrase })),
    ...saySome(sentences.impacts, 2).map((phrase) => ({ part: body.impact, phrase })),
  ]);
  for (const { part, phrase } of spare) {
    const { fewest, most } = wordRange(join(Object.values(body).flat()));
    if (fewest >= length || most + longestSentence > bodyWords.most) break;
    part.push(phrase);
  }
  return body;
}

/** The texts of an opportunity by language, in the model's order. */
export function opportunityTexts(
  author: Author,
  words: GeneratorWords,
  { cause, task, formerSlug }: { cause: Cause; task: TaskType; formerSlug: string | undefined },
): Record<Language, Record<string, unknown>> {
  const { random, say, saySome } = author;
  const own = words.tasks[task];
  const title = say(random.favour(own.titles));
  const summary = summaryOf(saySome(words.sentences.summaries, 3));
  const body = writeBody(author, words, cause, task);
  const optional = (part: readonly Phrase[]) => (part.length > 0 ? block(join(part)) : undefined);
  return localize({
    title: title,
    formerSlugs: formerSlug === undefined ? [] : [phraseOf(() => formerSlug)],
    summary: summary,
    task: block(paragraphs(body.task)),
    deliverable: optional(body.deliverable),
    impact: optional(body.impact),
    requirements: block(bullets(body.requirements)),
    learning: optional(body.learning),
    accessibility: optional(body.accessibility),
    questions: random.chance(0.5) ? saySome(own.questions, random.int(1, 2)) : [],
  });
}

/** Four sentences a paragraph. */
function paragraphs(sentences: readonly Phrase[]): Phrase {
  const count = Math.ceil(sentences.length / 4);
  return join(
    Array.from({ length: count }, (_, index) => join(sentences.slice(index * 4, index * 4 + 4))),
    '\n\n',
  );
}
