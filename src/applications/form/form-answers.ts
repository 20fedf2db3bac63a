/** Between what stands in the form, what is sent, and what a person reads. Pure. */
import { readableNumber } from '@/device/storage/application/submission-id';
import { interpolate } from '@/i18n/interpolate';
import { formatNumber } from '@/i18n/number';
import type { AskedField, FormWords } from './form-props';
import { letterText } from '../transport/letter';
import { linksIn, mostLinks, type ProblemCode } from './rules';

/** A problem in words. */
export interface FieldProblem {
  readonly name: string;
  readonly message: string;
}

/** Puts problems into words, for the fields that the form has; others are left out. */
export function tell(
  problems: readonly { readonly name: string; readonly code: ProblemCode }[],
  answers: Readonly<Record<string, string>>,
  { fields, words, locale }: { fields: readonly AskedField[]; words: FormWords; locale: string },
): FieldProblem[] {
  const number = (value: number) => formatNumber(locale, value);
  return problems.flatMap(({ name, code }) => {
    const field = fields.find((candidate) => candidate.name === name);
    if (!field) return [];
    if (code === 'required') return [{ name, message: field.missing }];
    const answer = answers[name] ?? '';
    const message = interpolate(words.problems[code], {
      label: field.label,
      min: number(field.min ?? 0),
      max: number(code === 'links' ? mostLinks : field.max),
      n: number(code === 'links' ? linksIn(answer) : answer.length),
    });
    return [{ name, message }];
  });
}

/** What is noted on an application besides what it says. */
export interface Marks {
  /** The number that all attempts share. */
  readonly id: string;
  /** That of the earlier application which this one follows up. */
  readonly followsUp?: string | undefined;
  /** How long it took from the first word to Send, in whole seconds: programs are quick. */
  readonly seconds: number;
  /** Instead of the one in the form. */
  readonly subject: string;
}

/**
 * What is sent: everything in the form in its order, answers cleaned, empty ones left out, and last how to recognize it.
 */
export function payloadOf(
  entries: Iterable<readonly [string, FormDataEntryValue]>,
  answers: Readonly<Record<string, string>>,
  { id, followsUp, seconds, subject }: Marks,
): Record<string, string> {
  const payload: Record<string, string> = {};
  for (const [name, value] of entries) {
    const answer = answers[name] ?? (typeof value === 'string' ? value : '');
    if (answer !== '') payload[name] = answer;
  }
  const number = readableNumber(id);
  payload['_subject'] = `${subject} [${number}]`;
  if (followsUp !== undefined) payload['follow_up_to'] = followsUp;
  payload['seconds'] = String(seconds);
  payload['number'] = number;
  payload['submission_id'] = id;
  return payload;
}

/** The same application as a text for people: questions as asked, choices by their names, and the facts at the end. */
export function letterOf(
  fields: readonly AskedField[],
  answers: Readonly<Record<string, string>>,
  facts: readonly string[],
): string {
  const lines = fields.flatMap((field) => {
    const answer = answers[field.name];
    if (!answer) return [];
    if (field.kind === 'agree') return [{ label: field.label, answer: '✓' }];
    const choice = field.options?.find(([value]) => value === answer);
    return [{ label: field.label, answer: choice?.[1] ?? answer }];
  });
  return `${letterText(lines)}\n${facts.join('\n')}\n`;
}
