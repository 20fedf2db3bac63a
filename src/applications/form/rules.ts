/**
 * The rules that answers obey, as data and one function: small enough for the browser, and what the schema of an
 * application is made of, so that both sides agree.
 */

/** What can be wrong with an answer. Words: keys `apply.problem.<code>`. */
export type ProblemCode = 'required' | 'short' | 'long' | 'line' | 'email' | 'choice' | 'links' | 'refused';

export interface FieldRule {
  /** The name under which it is sent. */
  readonly name: string;
  /** Of a `file` the answer is its name; its own rules are in `attachment.ts`. */
  readonly kind: 'line' | 'email' | 'text' | 'choice' | 'country' | 'agree' | 'file';
  readonly required: boolean;
  /** Fewest characters (UTF-16 units, as browsers count them) of an answer that is given. */
  readonly min?: number;
  /** Most characters, counted likewise. */
  readonly max: number;
  /** For choices: the values. */
  readonly choices?: readonly string[];
}

/** The most links in one answer: enough for one's own work, too few for advertising. */
export const mostLinks = 3;

const link = /https?:\/\/|\bwww\./giu;

/** How many links are in an answer. */
export const linksIn = (answer: string) => answer.match(link)?.length ?? 0;

/** What a ticked box sends. */
export const agreed = 'yes';

const invisible = /\p{Cf}/gu;
const visible = /[^\s\p{Cf}\p{Cc}]/u;
const control = /[\p{Cc}\p{Zl}\p{Zp}]/u;
/** Lenient on purpose: what is between the signs is for the mail system to judge. */
const address = /^[^\s@,;:<>()"\\]+@[^\s@,;:<>()"\\]+\.[^\s@,;:<>()"\\.]+$/u;

/**
 * An answer as it is sent: without space around it, tabs in a single line as spaces, and without the invisible
 * characters that come along when an e-mail address is copied from a page. Otherwise verbatim.
 */
export function clean(kind: FieldRule['kind'], answer: string): string {
  if (kind === 'text') return answer.replaceAll(/\r\n?/g, '\n').trim();
  const line = answer.replaceAll('\t', ' ');
  return (kind === 'email' ? line.replaceAll(invisible, '') : line).trim();
}

/** What is wrong with a cleaned answer, or undefined. An answer of invisible characters counts as none. */
export function problemOf(rule: FieldRule, answer: string): ProblemCode | undefined {
  if (!visible.test(answer)) return rule.required ? 'required' : undefined;
  if (answer.length > rule.max) return 'long';
  if (rule.kind !== 'text' && control.test(answer)) return 'line';
  if (answer.length < (rule.min ?? 0)) return 'short';
  if (linksIn(answer) > mostLinks) return 'links';
  switch (rule.kind) {
    case 'email':
      return address.test(answer) ? undefined : 'email';
    case 'choice':
      return rule.choices?.includes(answer) ? undefined : 'choice';
    case 'country':
      return /^[A-Z]{2}$/.test(answer) ? undefined : 'choice';
    case 'agree':
      return answer === agreed ? undefined : 'required';
    case 'line':
    case 'text':
    case 'file':
      return undefined;
  }
}

/** Answers by field name, cleaned, and what is wrong with them, in the order of the rules. */
export interface Checked {
  readonly answers: Readonly<Record<string, string>>;
  readonly problems: readonly { readonly name: string; readonly code: ProblemCode }[];
}

/** Checks a whole form. A missing answer counts as empty; one that no rule asks for is left out. */
export function checkAnswers(
  rules: readonly FieldRule[],
  given: Readonly<Record<string, string | undefined>>,
): Checked {
  const answers: Record<string, string> = {};
  const problems: { name: string; code: ProblemCode }[] = [];
  for (const rule of rules) {
    const answer = clean(rule.kind, (Object.hasOwn(given, rule.name) && given[rule.name]) || '');
    const code = problemOf(rule, answer);
    answers[rule.name] = answer;
    if (code) problems.push({ name: rule.name, code });
  }
  return { answers, problems };
}
