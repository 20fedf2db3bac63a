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
  /** The number of further findings. */
  readonly more: number;
}

/** The most findings of a check: a site may have a hundred thousand dead links. */
const maxFindings = 20;

/** Adds a finding. Findings of one group count as one, with the message of the first. */
type AddFinding = (message: string, group?: string) => void;

/** Creates a list that stores the first findings, and counts the others. */
export function createFindingList(): {
  readonly wrong: AddFinding;
  readonly warn: AddFinding;
  readonly result: (name: string, summary: string) => CheckResult;
} {
  const kept = new Map<string, CheckFinding & { count: number }>();
  let more = 0;
  let isMoreWrong = false;
  const add =
    (severity: CheckSeverity): AddFinding =>
    (message, group = message) => {
      const known = kept.get(group);
      if (known) known.count += 1;
      else if (kept.size < maxFindings) kept.set(group, { severity, message, count: 1 });
      else {
        more += 1;
        isMoreWrong ||= severity === 'wrong';
      }
    };
  return {
    wrong: add('wrong'),
    warn: add('warning'),
    result: (name, summary) => {
      const findings = [...kept].map(([group, { severity, message, count }]): CheckFinding => ({
        severity,
        message: count > 1 && group !== message ? `${message} The same on ${count - 1} more.` : message,
      }));
      const isWrong = findings.some(({ severity }) => severity === 'wrong');
      const last: readonly CheckFinding[] =
        isMoreWrong && !isWrong
          ? [{ severity: 'wrong', message: 'Some of those that aren’t listed are wrong.' }]
          : [];
      return { name, summary, findings: [...findings, ...last], more };
    },
  };
}

/** Returns the worst severity of a check's findings. */
export function findVerdict({ findings }: CheckResult): CheckSeverity | 'ok' {
  if (findings.some(({ severity }) => severity === 'wrong')) return 'wrong';
  return findings.length > 0 ? 'warning' : 'ok';
}

/** Formats the checks as a table, each with its findings below it. */
export function formatResultTable(results: readonly CheckResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  return results
    .flatMap((result) => [
      `  ${findVerdict(result).padEnd(7)}  ${result.name.padEnd(width)}  ${result.summary}`,
      ...result.findings.map(({ severity, message }) => `             ${severity}: ${message}`),
      ...(result.more > 0 ? [`             and ${result.more} more`] : []),
    ])
    .join('\n');
}
