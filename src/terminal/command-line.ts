/** Parses the arguments of all commands in the same way. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { OperatorError } from '@/model/operator-error';

/** Wrong arguments of a command. */
export class UsageError extends OperatorError {
  override readonly name = 'UsageError';
  override readonly hint = 'See --help.';
}

/** The oldest version of Node that Astro's `engines` allow. */
const oldestNode = [22, 12] as const;

/** Throws an `OperatorError` if a version of Node (`22.11.0`) is too old for the commands. */
export function assertNodeVersion(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new OperatorError(
    `This is Node ${version}, and Node ${oldestNode.join('.')} or newer is needed.`,
    'Run npm ci without --omit=dev and without NODE_ENV=production: it brings Node 24, which the commands of npm run then use.',
  );
}

const helpOption = { help: { type: 'boolean', short: 'h', default: false } } as const;

/**
 * Parses arguments by `options` (those of `util.parseArgs`, boolean ones also as `--no-…`) and `--help`. Throws Node's
 * `ERR_PARSE_ARGS_…`, which counts as a `UsageError`, for an unknown option, a missing value or an unexpected word. Also
 * throws an `OperatorError`, since every command calls it first.
 */
export function readCommandLine<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  { allowPositionals = false }: { readonly allowPositionals?: boolean } = {},
) {
  assertNodeVersion(process.versions.node);
  return parseArgs({
    args: [...args],
    options: { ...options, ...helpOption },
    allowPositionals,
    allowNegative: true,
  });
}

/** Parses a port: `'4321' -> 4321`; 0 means any free port. Throws a `UsageError`. */
export function readPort(value: string, option: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`--${option} is “${value}”. Give a number from 0 to 65535.`);
}

/** Parses a whole number from 1 to `maximum`. Throws a `UsageError`. */
export function readCount(value: string, option: string, maximum: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : 0;
  if (number >= 1 && number <= maximum) return number;
  throw new UsageError(`--${option} is “${value}”. Give a whole number from 1 to ${maximum}.`);
}

/** Returns the parts of a command to run: the one that `--only` names, or all. Throws a `UsageError`. */
export function readParts<Part extends string>(
  only: string | undefined,
  parts: readonly Part[],
): readonly Part[] {
  const chosen = only === undefined ? parts : parts.filter((part) => part === only);
  if (chosen.length > 0) return chosen;
  throw new UsageError(`--only is “${only}”. Give one of ${parts.join(', ')}.`);
}
