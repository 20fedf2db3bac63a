/** Checks that no page's own policy allows more than the program's pages ever do. */
import { pagePolicy } from '@/publish/hosts/site-headers';
import type { VisitedPage } from './context';
import { createFindingList, type CheckResult } from './check-result';

/** What the policy of a page may have besides the common one: hashes, and where forms send to. */
const isOwnSource = (directive: string, source: string): boolean =>
  (/^(?:script|style)-src$/.test(directive) && /^'sha(?:256|384|512)-[^']+'$/.test(source)) ||
  (/^(?:connect-src|form-action)$/.test(directive) && /^https:\/\/[^*\s]+$/.test(source));

/** Sources that stand in the header for what pages name precisely, and so mustn't be in a page's own policy. */
const onlyInHeader = new Set(["'unsafe-inline'", 'https:']);

const unescapeHtml = (text: string) =>
  text.replaceAll('&#39;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** What a policy allows beyond what a page of the program may allow. */
function findExcess(policy: string): string[] {
  const directives = policy
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .filter(([name]) => name);
  const excess = directives.flatMap(([name = '', ...sources]) => {
    // Directives that say more than the common policy's can only be stricter, such as those about trusted types.
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

/** Takes pages one by one, and keeps no more of them than what is wrong. */
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
