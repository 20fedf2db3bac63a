/** Collects the findings of checks and formats them. Pure. */

/** The severity of a finding. Only `wrong` lets the command fail. */
export type CheckSeverity = 'wrong' | 'warning';

export interface CheckFinding {
  readonly severity: CheckSeverity;
  /** It says what is wrong, where, and what to do. */
  readonly message: string;
}

/** The findings of one check. */
export interface CheckResult {
  readonly name: string;
  /** The checked things in a few words. */
  readonly summary: string;
  readonly findings: readonly CheckFinding[];
}

/** Adds a finding. Findings of one group count as one, with the message of the first. */
type AddFinding = (message: string, group?: string) => void;

/** Creates a list of findings. */
export function createFindingList(): {
  readonly wrong: AddFinding;
  readonly warn: AddFinding;
  readonly result: (name: string, summary: string) => CheckResult;
} {
  const kept = new Map<string, CheckFinding & { count: number }>();
  const add =
    (severity: CheckSeverity): AddFinding =>
    (message, group = message) => {
      const known = kept.get(group);
      if (known) known.count += 1;
      else kept.set(group, { severity, message, count: 1 });
    };
  return {
    wrong: add('wrong'),
    warn: add('warning'),
    result: (name, summary) => ({
      name,
      summary,
      findings: [...kept].map(([group, { severity, message, count }]) => ({
        severity,
        message: count > 1 && group !== message ? `${message} The same on ${count - 1} more.` : message,
      })),
    }),
  };
}

/** Returns the worst severity of a check's findings. */
export function findVerdict({ findings }: CheckResult): CheckSeverity | 'ok' {
  if (findings.some(({ severity }) => severity === 'wrong')) return 'wrong';
  return findings.length > 0 ? 'warning' : 'ok';
}

/** The most findings of a check that are printed: a site may have a hundred thousand dead links. */
const maxFindings = 20;

/** Formats the checks as a table, each with its first findings below it. */
export function formatResultTable(results: readonly CheckResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const indent = ' '.repeat(13);
  return results
    .flatMap((result) => [
      `  ${findVerdict(result).padEnd(7)}  ${result.name.padEnd(width)}  ${result.summary}`,
      ...result.findings
        .slice(0, maxFindings)
        .map(({ severity, message }) => `${indent}${severity}: ${message}`),
      ...(result.findings.length > maxFindings
        ? [`${indent}and ${result.findings.length - maxFindings} more`]
        : []),
    ])
    .join('\n');
}
