/** Reads variables by their schema and reports all problems at once. */
import { OperatorError } from '@/model/operator-error';
import { formatCount } from '@/model/format-count';
import type { Environment } from './environment';
import type { CommandName } from './variable-notes';
import {
  environmentSchema,
  environmentVariables,
  type EnvironmentVariable,
  type VariableName,
  type VariableValues,
} from './variables';

/** A problem with a variable. */
export interface ConfigProblem {
  readonly variable: VariableName;
  readonly message: string;
  /** How to fix it, if the message doesn't say so already. */
  readonly hint?: string | undefined;
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

/** Selects the variables that the commands read, since the others need no check. */
export function selectVariables(
  env: Environment,
  commands: readonly CommandName[],
  readsSpace: boolean,
): Environment {
  const isRead = ({ group, readBy }: EnvironmentVariable) =>
    readBy.some((command) => commands.includes(command)) && (group !== 'contentful' || readsSpace);
  return Object.fromEntries(environmentVariables.filter(isRead).map(({ name }) => [name, env[name]]));
}

const findHint = (params: unknown) =>
  typeof params === 'object' && params !== null && 'hint' in params && typeof params.hint === 'string'
    ? params.hint
    : undefined;

/** Reads the values of variables. A variable with a problem has no value. */
export function readValues(env: Environment): { values: VariableValues; problems: ConfigProblem[] } {
  const result = environmentSchema.safeParse(env);
  if (result.success) return { values: result.data, problems: [] };
  const problems = result.error.issues.map((issue): ConfigProblem => ({
    variable: issue.path[0] as VariableName,
    message: issue.message,
    hint: issue.code === 'custom' ? findHint(issue.params) : undefined,
  }));
  const unread = Object.fromEntries(problems.map(({ variable }) => [variable, undefined]));
  return { values: environmentSchema.parse({ ...env, ...unread }), problems };
}
