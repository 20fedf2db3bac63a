/** What the checks of a deployed copy found, and how it is printed. Pure. */

/** How bad it is: what is wrong fails the command, a warning doesn't. */
export type Severity = 'wrong' | 'warning';

export interface Finding {
  readonly severity: Severity;
  /** What is wrong, where, and what to do. */
  readonly message: string;
}

/** What one check found. */
export interface CheckResult {
  readonly name: string;
  /** What was looked at, in a few words. */
  readonly summary: string;
  readonly findings: readonly Finding[];
  /** Findings that were not kept. */
  readonly more: number;
}

/** Findings of a check that are kept: a site may have a hundred thousand dead links. */
const mostKept = 20;

/** Takes findings one by one, and keeps the first of them. */
export function findingList(): {
  readonly wrong: (message: string) => void;
  readonly warn: (message: string) => void;
  readonly result: (name: string, summary: string) => CheckResult;
} {
  const findings: Finding[] = [];
  let more = 0;
  let isMoreWrong = false;
  const add = (severity: Severity) => (message: string) => {
    if (findings.some((known) => known.message === message)) return;
    if (findings.length < mostKept) findings.push({ severity, message });
    else {
      more += 1;
      isMoreWrong ||= severity === 'wrong';
    }
  };
  return {
    wrong: add('wrong'),
    warn: add('warning'),
    result: (name, summary) => ({
      name,
      summary,
      findings:
        isMoreWrong && findings.every(({ severity }) => severity === 'warning')
          ? [...findings, { severity: 'wrong', message: 'Some of those that aren’t listed are wrong.' }]
          : findings,
      more,
    }),
  };
}

/** The worst that a check found. */
export function verdictOf({ findings }: CheckResult): Severity | 'ok' {
  if (findings.some(({ severity }) => severity === 'wrong')) return 'wrong';
  return findings.length > 0 ? 'warning' : 'ok';
}

/** A table of the checks, each with its findings below it. */
export function tableText(results: readonly CheckResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  return results
    .flatMap((result) => [
      `  ${verdictOf(result).padEnd(7)}  ${result.name.padEnd(width)}  ${result.summary}`,
      ...result.findings.map(({ severity, message }) => `             ${severity}: ${message}`),
      ...(result.more > 0 ? [`             and ${result.more} more`] : []),
    ])
    .join('\n');
}
