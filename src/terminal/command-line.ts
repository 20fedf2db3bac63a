/** Reads what stands behind a command: one way for all of them. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { OperatorError } from '@/model/operator-error';
import { assertNodeVersion } from './node-version';

/** A command line that makes no sense. */
export class UsageError extends OperatorError {
  override readonly name = 'UsageError';
  override readonly hint = 'See --help.';
}

/** Every command has it. */
const helpOption = { help: { type: 'boolean', short: 'h', default: false } } as const;

/**
 * Parses arguments by `options` (those of `util.parseArgs`, a boolean one also as `--no-…`) and `--help`. Throws Node's
 * `ERR_PARSE_ARGS_…`, which counts as a `UsageError`, for an option that isn't among them, one without its value, or a
 * word where none is taken; and a `NodeVersionError`, since every command comes by here.
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

/** A port as it is written: `'4321' -> 4321`; 0 takes a free one. Throws a `UsageError`. */
export function readPort(value: string, option: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`--${option} is “${value}”. Give a number from 0 to 65535.`);
}

/** A whole number from 1 to `most` out of an option. Throws a `UsageError`. */
export function readCount(value: string, option: string, most: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : 0;
  if (number >= 1 && number <= most) return number;
  throw new UsageError(`--${option} is “${value}”. Give a whole number from 1 to ${most}.`);
}

/** The parts of a command that are to run: the one that `--only` names, or all. Throws a `UsageError`. */
export function readParts<Part extends string>(
  only: string | undefined,
  parts: readonly Part[],
): readonly Part[] {
  const chosen = only === undefined ? parts : parts.filter((part) => part === only);
  if (chosen.length > 0) return chosen;
  throw new UsageError(`--only is “${only}”. Give one of ${parts.join(', ')}.`);
}
