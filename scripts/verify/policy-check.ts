/** Checks that no page's own policy allows more than pages of this program need. */
import { pagePolicy } from '@/publish/hosts/site-headers';
import type { VisitedPage } from './context';
import { createFindingList, type CheckResult } from './check-result';

/** True for a source that a page's own policy may add to the common one: a hash, or an address that forms send to. */
const isOwnSource = (directive: string, source: string): boolean =>
  (/^(?:script|style)-src$/.test(directive) && /^'sha(?:256|384|512)-[^']+'$/.test(source)) ||
  (/^(?:connect-src|form-action)$/.test(directive) && /^https:\/\/[^*\s]+$/.test(source));

/** Sources that only the header may have. Pages name precise sources instead. */
const onlyInHeader = new Set(["'unsafe-inline'", 'https:']);

const unescapeHtml = (text: string) =>
  text.replaceAll('&#39;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** Finds the sources that a page's policy must not allow. */
function findExcess(policy: string): string[] {
  const directives = policy
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .filter(([name]) => name);
  const excess = directives.flatMap(([name = '', ...sources]) => {
    // Further directives, such as those about trusted types, can only make a policy stricter.
    const allowed = pagePolicy[name];
    if (!allowed) return [];
    return sources
      .filter((source) => source !== "'none'" && !isOwnSource(name, source))
      .filter((source) => !allowed.includes(source) || onlyInHeader.has(source))
      .map((source) => `${name} ${source}`);
  });
  return directives.some(([name]) => name === 'default-src')
    ? excess
    : [...excess, 'everything: it has no default-src'];
}

/** Creates a check that gets pages one by one, and stores only its findings. */
export function createPolicyCheck(): {
  readonly add: (page: VisitedPage) => void;
  readonly result: () => CheckResult;
} {
  const found = createFindingList();
  let pages = 0;
  return {
    add: ({ path, html }) => {
      pages += 1;
      const meta = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1];
      if (meta === undefined) {
        found.wrong(
          `${path} has no policy of its own (meta element). Publish again: a host or proxy may change pages.`,
          'none',
        );
        return;
      }
      for (const excess of findExcess(unescapeHtml(meta)))
        found.wrong(
          `The policy of ${path} allows ${excess}. Publish again: pages of this program don’t.`,
          excess,
        );
    },
    result: () => found.result('Policy', `the policy in each of ${pages} pages`),
  };
}
