/** Lighthouse's four scores for a page, on its own simulated phone. */

import lighthouse from 'lighthouse';

/** 0 to 100. */
export interface Scores {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  /** What costs points: the audits that weigh something and are below 100, as `id (score): title`. */
  readonly lost: readonly string[];
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/**
 * Runs Lighthouse in a browser that was started with `debuggingPort`. A page that asks not to be `indexed` (what is saved,
 * an address that isn't there) isn't blamed for it: there that is what is wanted.
 */
export async function audit(
  debuggingPort: number,
  address: string,
  { indexed }: { readonly indexed: boolean },
): Promise<Scores> {
  const result = await lighthouse(address, {
    port: debuggingPort,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...categories],
    skipAudits: indexed ? [] : ['is-crawlable'],
  });
  if (!result) throw new Error(`Lighthouse gave no result for ${address}.`);
  const { lhr } = result;
  const score = (category: (typeof categories)[number]) =>
    Math.round((lhr.categories[category]?.score ?? 0) * 100);
  const lost = categories.flatMap((category) =>
    score(category) === 100
      ? []
      : (lhr.categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
          const one = lhr.audits[id];
          return weight > 0 && one && one.score !== null && one.score < 1
            ? [`${id} (${Math.round(one.score * 100)}): ${one.title}`]
            : [];
        }),
  );
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    lost,
  };
}
