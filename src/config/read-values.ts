/** Reads variables by their schemas and reports all problems at once. */
import { OperatorError } from '@/model/operator-error';
import { formatCount } from '@/model/format-count';
import { settingWithoutUserInfo } from '@/model/addresses/address';
import type { Environment } from './environment';
import type { CommandName } from './variable-notes';
import {
  environmentVariables,
  type EnvironmentVariable,
  type VariableName,
  type VariableValues,
} from './variables';

/** A problem with a variable. */
export interface ConfigProblem {
  readonly variable: VariableName;
  readonly message: string;
  /** How to fix it. */
  readonly hint: string | undefined;
}

function formatProblems(problems: readonly ConfigProblem[]): string {
  const [first] = problems;
  if (first && problems.length === 1) return first.message;
  const lines = problems.map(({ message, hint }) => `  ${[message, hint].filter(Boolean).join(' ')}`);
  return [`${formatCount(problems.length, 'variable')} can’t be used as they are:`, ...lines].join('\n');
}

/** Variables are wrong or missing. It has all problems at once. */
export class ConfigError extends OperatorError {
  override readonly name = 'ConfigError';

  /** Takes at least one problem. */
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(formatProblems(problems), problems.length === 1 ? problems[0]?.hint : undefined);
  }
}

function describeProblem({ name, secret, fix }: EnvironmentVariable, text: string): ConfigProblem {
  const message =
    secret === 'value'
      ? `${name} can’t be used as it is, which isn’t shown here.`
      : `${name} is “${settingWithoutUserInfo(text).slice(0, 80)}”.`;
  return { variable: name, message, hint: fix };
}

/**
 * Reads the variables that the commands read, those of Contentful only where its space is read: the others need no check,
 * and have no value. An empty value counts as unset, since workflows pass a missing secret that way.
 */
export function readValues(
  env: Environment,
  commands: readonly CommandName[],
  readsSpace: boolean,
): { values: VariableValues; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const read = environmentVariables.flatMap((variable) => {
    const { name, group, readBy, schema } = variable;
    const text = env[name]?.trim() ?? '';
    const isRead =
      readBy.some((command) => commands.includes(command)) && (group !== 'contentful' || readsSpace);
    if (text === '' || !isRead) return [];
    const { success, data } = schema.safeParse(text);
    if (success) return [[name, data] as const];
    problems.push(describeProblem(variable, text));
    return [];
  });
  return { values: Object.fromEntries(read) as unknown as VariableValues, problems };
}
