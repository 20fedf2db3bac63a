/** Converts the answers in the form into problem messages, the payload, and readable text. Pure. */
import { formatSubmissionNumber } from '@/device/storage/application/submission-id';
import { formatNumber } from '@/i18n/format/number';
import type { FormField, FormTranslate } from './form-props';
import { formatMessage } from '../transport/mailto';
import { countLinks, maxLinks, type ProblemCode } from './field-rules';

/** A problem as the visitor reads it. */
export interface FieldProblem {
  readonly name: string;
  readonly message: string;
}

/** Converts problem codes into messages. Problems of fields that the form doesn't have are left out. */
export function describeProblems(
  problems: readonly { readonly name: string; readonly code: ProblemCode }[],
  answers: Readonly<Record<string, string>>,
  fields: readonly FormField[],
  t: FormTranslate,
): FieldProblem[] {
  const number = (value: number) => formatNumber(t.locale, value);
  return problems.flatMap(({ name, code }) => {
    const field = fields.find((candidate) => candidate.name === name);
    if (!field) return [];
    if (code === 'required') return [{ name, message: field.missing }];
    const answer = answers[name] ?? '';
    const message = t(`form.problem.${code}`, {
      label: field.label,
      min: number(field.min ?? 0),
      max: number(code === 'links' ? maxLinks : field.max),
      n: number(code === 'links' ? countLinks(answer) : answer.length),
    });
    return [{ name, message }];
  });
}

/** Data about a submission besides its answers. */
interface SubmissionMetadata {
  /** The number that all attempts share. */
  readonly id: string;
  /** The number of the earlier application which this one follows up. */
  readonly followsUp?: string | undefined;
  /** The time from the first input to Send, in whole seconds: bots are quick. */
  readonly seconds: number;
  /** Replaces the subject in the form. */
  readonly subject: string;
}

/**
 * Builds the data to send: all fields in the form's order with cleaned answers, without empty ones, and the metadata
 * last.
 */
export function buildPayload(
  entries: Iterable<readonly [string, FormDataEntryValue]>,
  answers: Readonly<Record<string, string>>,
  { id, followsUp, seconds, subject }: SubmissionMetadata,
): Record<string, string> {
  const payload: Record<string, string> = {};
  for (const [name, value] of entries) {
    const answer = answers[name] ?? (typeof value === 'string' ? value : '');
    if (answer !== '') payload[name] = answer;
  }
  const number = formatSubmissionNumber(id);
  payload['_subject'] = `${subject} [${number}]`;
  if (followsUp !== undefined) payload['follow_up_to'] = followsUp;
  payload['seconds'] = String(seconds);
  payload['number'] = number;
  payload['submission_id'] = id;
  return payload;
}

/**
 * Formats the same application as text: questions as asked, choices by their labels, and the given facts at the end.
 */
export function formatAnswers(
  fields: readonly FormField[],
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
  return `${formatMessage(lines)}\n${facts.join('\n')}\n`;
}
