/** The rules for answers, as data and functions, by which the browser checks them. */

/** A choice of a list: the value to send, and the label to show. */
export type FormChoice = readonly [value: string, label: string];

/** The possible problems with an answer. Strings: keys `form.problem.<code>`. */
export type ProblemCode = 'required' | 'short' | 'long' | 'line' | 'email' | 'choice' | 'links' | 'refused';

export interface FieldRule {
  /** The name under which the answer is sent. */
  readonly name: string;
  /** The answer of a `file` is its name; its own rules are in `attachment-rules.ts`. */
  readonly kind: 'line' | 'email' | 'text' | 'choice' | 'country' | 'agree' | 'file';
  readonly required: boolean;
  /** The minimum length (UTF-16 units, as browsers count them) of an answer that isn't empty. */
  readonly min?: number;
  /** The maximum length, counted likewise. */
  readonly max: number;
  /** The choices of a list. */
  readonly options?: readonly FormChoice[];
}

/** The maximum number of links in one answer: enough for the visitor's own work, too few for advertising. */
export const maxLinks = 3;

const link = /https?:\/\/|\bwww\./giu;

export const countLinks = (answer: string) => answer.match(link)?.length ?? 0;

/** The value that a ticked box sends. */
export const checkedValue = 'yes';

const invisible = /\p{Cf}/gu;
const visible = /[^\s\p{Cf}\p{Cc}]/u;
const control = /[\p{Cc}\p{Zl}\p{Zp}]/u;
/** Lenient on purpose: the mail system judges the parts of the address. */
const address = /^[^\s@,;:<>()"\\]+@[^\s@,;:<>()"\\]+\.[^\s@,;:<>()"\\.]+$/u;

/**
 * Cleans an answer for sending: trims it, turns tabs in a single line into spaces, and removes the invisible characters
 * that come with an e-mail address copied from a page. Otherwise verbatim.
 */
export function cleanAnswer(kind: FieldRule['kind'], answer: string): string {
  if (kind === 'text') return answer.replaceAll(/\r\n?/g, '\n').trim();
  const line = answer.replaceAll('\t', ' ');
  return (kind === 'email' ? line.replaceAll(invisible, '') : line).trim();
}

/** The problem with a cleaned answer, or undefined. An answer of invisible characters counts as empty. */
export function checkAnswer(rule: FieldRule, answer: string): ProblemCode | undefined {
  if (!visible.test(answer)) return rule.required ? 'required' : undefined;
  if (answer.length > rule.max) return 'long';
  if (rule.kind !== 'text' && control.test(answer)) return 'line';
  if (answer.length < (rule.min ?? 0)) return 'short';
  if (countLinks(answer) > maxLinks) return 'links';
  switch (rule.kind) {
    case 'email':
      return address.test(answer) ? undefined : 'email';
    case 'choice':
      return rule.options?.some(([value]) => value === answer) ? undefined : 'choice';
    case 'country':
      return /^[A-Z]{2}$/.test(answer) ? undefined : 'choice';
    case 'agree':
      return answer === checkedValue ? undefined : 'required';
    case 'line':
    case 'text':
    case 'file':
      return undefined;
  }
}

/** Cleaned answers by field name, and their problems in the order of the rules. */
interface CheckedAnswers {
  readonly answers: Readonly<Record<string, string>>;
  readonly problems: readonly { readonly name: string; readonly code: ProblemCode }[];
}

/** Checks a whole form. A missing answer counts as empty; an answer without a rule is left out. */
export function checkAnswers(
  rules: readonly FieldRule[],
  given: Readonly<Record<string, string | undefined>>,
): CheckedAnswers {
  const answers: Record<string, string> = {};
  const problems: { name: string; code: ProblemCode }[] = [];
  for (const rule of rules) {
    const answer = cleanAnswer(rule.kind, (Object.hasOwn(given, rule.name) && given[rule.name]) || '');
    const code = checkAnswer(rule, answer);
    answers[rule.name] = answer;
    if (code) problems.push({ name: rule.name, code });
  }
  return { answers, problems };
}
