/** Problems of entries, in words for the editor who will fix them. */
import type { z } from 'zod';
import type { Locale } from '@/i18n/locales';
import { withoutUserInfo } from './addresses/address';
import { excerpt } from './characters';
import type { ContentTypeName, RawEntry } from './types/entry';

/**
 * `blocks`: the entry is left out of the site until it is fixed. `waits`: nothing is wrong with it, but it needs an entry
 * that was taken off the site on purpose. `warns`: it is shown, and the report says so.
 */
export type Severity = 'blocks' | 'waits' | 'warns';

export interface Problem {
  /** Stable name of the rule, for tests and for links to the docs: `field-invalid`, `link-dead`. */
  readonly code: string;
  readonly severity: Severity;
  readonly type: ContentTypeName;
  readonly id: string;
  /** The position of the entry: a file's path or a CMS id. */
  readonly where: string;
  readonly editUrl?: string;
  /** The language whose fields are concerned; none for shared fields. */
  readonly locale?: Locale;
  /** Dotted path of the field within its language or the shared fields: `closes.date`. */
  readonly field?: string;
  /** The fault. */
  readonly message: string;
  /** The way to fix it. */
  readonly hint: string;
}

/** A problem before it is known which entry it belongs to. */
export type ProblemFinding = Pick<Problem, 'code' | 'severity' | 'message' | 'hint'> &
  Partial<Pick<Problem, 'locale' | 'field'>>;

/** Adds an entry's type, id and origin to findings. */
export function createProblems(
  entry: Pick<RawEntry, 'type' | 'id' | 'origin'>,
  findings: readonly ProblemFinding[],
): Problem[] {
  return findings.map((finding) => ({
    ...finding,
    type: entry.type,
    id: entry.id,
    where: entry.origin.label,
    ...(entry.origin.editUrl === undefined ? {} : { editUrl: entry.origin.editUrl }),
  }));
}

/**
 * One line for a terminal or a log:
 * `content/opportunities/x.yml · fr.title: is missing — Write it in French.`
 */
export function formatProblem(problem: Problem): string {
  const path = [problem.locale, problem.field].filter(Boolean).join('.');
  return `${problem.where}${path ? ` · ${path}` : ''}: ${problem.message} — ${problem.hint}`;
}

const excerptLength = 40;

function quoted(value: unknown): string {
  const isText = typeof value === 'string';
  // JSON has no word for the numbers that are none.
  const hasJson = typeof value === 'object' && value !== null;
  return excerpt(
    withoutUserInfo(isText ? value : hasJson ? JSON.stringify(value) : String(value)),
    excerptLength,
  );
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

/** Kinds of values as a person says them. */
const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'a group of fields',
  string: 'a text',
};

/** Zod's issues as findings, in their order. `input` is what was parsed, so that the messages can quote it. */
export function problemFindings(issues: readonly z.core.$ZodIssue[], input: unknown): ProblemFinding[] {
  const pathOf = ({ path }: z.core.$ZodIssue) => path.join('.');
  const wrongKind = new Set(issues.filter(({ code }) => code === 'invalid_type').map(pathOf));
  // A text where a list belongs is also too long for the list: saying so would only confuse.
  return issues
    .filter((issue) => issue.code === 'invalid_type' || !wrongKind.has(pathOf(issue)))
    .map((issue) => findingOf(issue, input));
}

const longestList = 10;

/** The first of many names. */
function listed(names: readonly string[]): string {
  const rest = names.length - longestList;
  const shown = names.slice(0, longestList).map(quoted).join(', ');
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

function findingOf(issue: z.core.$ZodIssue, input: unknown): ProblemFinding {
  const value = valueAt(input, issue.path);
  const finding = (message: string, hint: string, code = 'field-invalid'): ProblemFinding => ({
    code,
    severity: 'blocks',
    field: issue.path.join('.'),
    message,
    hint,
  });
  const missing = (hint: string) => finding('is missing', hint, 'field-missing');
  const length = () => String(typeof value === 'string' || Array.isArray(value) ? value.length : value);
  switch (issue.code) {
    case 'invalid_type': {
      if (value === undefined) return missing('Fill it in.');
      const kind = kinds[issue.expected] ?? issue.expected;
      const shown = typeof value === 'string' ? `“${quoted(value)}”` : quoted(value);
      return finding(`is ${shown}, which is not ${kind}`, `Give ${kind}.`);
    }
    case 'too_big':
      return finding(
        `is too much: ${length()}, but at most ${issue.maximum} are allowed`,
        issue.origin === 'string'
          ? `Shorten it to ${issue.maximum} characters.`
          : `Stay within ${issue.maximum}.`,
      );
    case 'too_small':
      return finding(
        `is too little: ${length()}, but at least ${issue.minimum} are needed`,
        issue.origin === 'string' ? 'Write something, or leave it out.' : `Give at least ${issue.minimum}.`,
      );
    case 'invalid_value': {
      const hint = `Use one of: ${issue.values.slice(0, 20).join(', ')}${issue.values.length > 20 ? ', …' : ''}.`;
      if (value === undefined) return missing(hint);
      return finding(`is “${quoted(value)}”, which is none of the known values`, hint, 'vocabulary-unknown');
    }
    case 'unrecognized_keys':
      return finding(
        `has fields that the model doesn’t know: ${listed(issue.keys)}`,
        'Remove them, or correct their names.',
        'field-unknown',
      );
    default:
      return finding(
        `is “${quoted(value)}”; it ${issue.message}`,
        'Correct it as the field’s help text explains.',
      );
  }
}
