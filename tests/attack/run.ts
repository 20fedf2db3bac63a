/** `npm run test:attack`: hostile content, canaries and kills. */
import type { AttackResult } from './attack-result';
import { attackSecrets } from './canaries';
import { attackContent } from './content';
import { attackPublishes } from './publishes';
import { attackReleases } from './releases';

export const parts = ['content', 'secrets', 'publishes', 'releases'] as const;

export type AttackPart = (typeof parts)[number];

export interface AttackOptions {
  readonly parts: readonly AttackPart[];
  /** Opportunities of the hostile site, which has other entries as well. */
  readonly opportunities: number;
  /** Commands that are run with a canary in every secret. */
  readonly commands: number;
  /** Times that the publish of an edit is killed. */
  readonly publishes: number;
  /** Times that a publish, a clean-up or a rollback of made-up sites is killed. */
  readonly kills: number;
  readonly seed: number;
}

const attacks: Readonly<Record<AttackPart, (options: AttackOptions) => Promise<AttackResult>>> = {
  content: ({ opportunities, seed }) => attackContent(opportunities, seed),
  secrets: ({ commands }) => attackSecrets(commands),
  publishes: ({ publishes, seed }) => attackPublishes(publishes, seed),
  releases: ({ kills, seed }) => attackReleases(kills, seed),
};

/** Findings that are printed; the rest is of the same kind mostly. */
const shown = 50;

/** Runs the parts, prints what was attacked and what was wrong, and resolves to the number of things that were wrong. */
export async function runAttacks(options: AttackOptions, print: (line: string) => void): Promise<number> {
  const findings: string[] = [];
  for (const part of options.parts) {
    const started = performance.now();
    const { counts, wrong } = await attacks[part](options);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    print(`${part} (${seconds} s): ${wrong.length} wrong`);
    for (const [what, count] of Object.entries(counts)) print(`  ${count} ${what}`);
    findings.push(...wrong);
  }
  for (const finding of findings.slice(0, shown)) print(finding);
  if (findings.length > shown) print(`… and ${findings.length - shown} more`);
  return findings.length;
}
