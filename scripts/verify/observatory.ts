/**
 * Computes the score that MDN's HTTP Observatory would give a page, with the rules of its package and without its
 * service. Three of its ten rules are replaced here. Redirection and HSTS need the list of preloaded hosts, which the
 * package's install script would download; here it counts as empty. Cookies need the package's own client.
 * https://github.com/mdn/mdn-http-observatory
 */
import { fileURLToPath } from 'node:url';
import { tryInstallPackages } from '../install/command-packages';
import type { HttpResponse } from './client';

/** The responses from which a score is computed. */
interface PageToScore {
  /** The page, over HTTPS. */
  readonly page: HttpResponse;
  /** The response of the same host by plain HTTP; undefined if nothing answers. */
  readonly plain: HttpResponse | undefined;
}

/** A score with the rules that changed it. */
interface ObservatoryScore {
  readonly score: number;
  /** Points by the name of the rule's result, without those of zero. */
  readonly points: Readonly<Record<string, number>>;
}

/** Half a year in the Observatory's rules (s). */
const sixMonths = 15_552_000;

function judgeTransport({ page }: PageToScore): string {
  const header = page.headers['strict-transport-security'];
  if (page.url.protocol !== 'https:') return 'hsts-not-implemented-no-https';
  if (header === undefined) return 'hsts-not-implemented';
  const age = /(?:^|;)\s*max-age=(\d+)/i.exec(header)?.[1];
  if (age === undefined || header.includes(',')) return 'hsts-header-invalid';
  return Number(age) < sixMonths
    ? 'hsts-implemented-max-age-less-than-six-months'
    : 'hsts-implemented-max-age-at-least-six-months';
}

function judgeRedirection({ plain }: PageToScore): string {
  if (!plain) return 'redirection-not-needed-no-http';
  const location = plain.headers['location'];
  if (plain.status < 300 || plain.status >= 400 || location === undefined) return 'redirection-missing';
  const target = new URL(location, plain.url);
  if (target.protocol !== 'https:') return 'redirection-not-to-https';
  return target.hostname === plain.url.hostname ? 'redirection-to-https' : 'redirection-off-host-from-http';
}

/** The site sets no cookies. A host may add one, of which only `Secure` is checked. */
function judgeCookies({ page }: PageToScore): string {
  const cookies = page.headers['set-cookie'];
  if (cookies === undefined) return 'cookies-not-found';
  return /;\s*secure/i.test(cookies)
    ? 'cookies-secure-with-httponly-sessions'
    : 'cookies-without-secure-flag';
}

const replacedTests = ['strictTransportSecurityTest', 'redirectionTest', 'cookiesTest'];

/** The package of the rules has its own lock file, since it has large dependencies and only the score needs it. */
const folder = fileURLToPath(new URL('.', import.meta.url));

/** Installs the rules if they are missing. Returns false and prints a note if that fails. */
export const ensureObservatory = (print: (line: string) => void): boolean =>
  tryInstallPackages({ folder, name: 'MDN’s HTTP Observatory' }, 'response headers get no score', print);

async function loadRules() {
  const [{ ALL_TESTS }, { getScoreModifier }, { MINIMUM_SCORE_FOR_EXTRA_CREDIT }, { parseHttpEquivHeaders }] =
    await Promise.all([
      import('@mdn/mdn-http-observatory/src/constants.js'),
      import('@mdn/mdn-http-observatory/src/grader/grader.js'),
      import('@mdn/mdn-http-observatory/src/grader/charts.js'),
      import('@mdn/mdn-http-observatory/src/retriever/utils.js'),
    ]);
  return { ALL_TESTS, getScoreModifier, MINIMUM_SCORE_FOR_EXTRA_CREDIT, parseHttpEquivHeaders };
}

/** Computes the score of a page. Rejects if the rules aren't installed (`ensureObservatory`). */
export async function computeObservatoryScore(scored: PageToScore): Promise<ObservatoryScore> {
  const rules = await loadRules();
  const { page } = scored;
  const html = page.body.toString();
  const requests = {
    hostname: page.url.hostname,
    session: { url: page.url },
    resources: { path: html },
    responses: {
      auto: {
        status: page.status,
        headers: page.headers,
        httpEquiv: rules.parseHttpEquivHeaders(html, page.url.href),
      },
      cors: { headers: page.headers, request: { headers: {} } },
    },
  };
  const applied = rules.ALL_TESTS.filter(({ name }) => !replacedTests.includes(name)).map(
    (test) => test(requests).result,
  );
  const results = [...applied, judgeCookies(scored), judgeTransport(scored), judgeRedirection(scored)].filter(
    (result) => result !== null,
  );
  const modifiers = results.map((result) => [result, rules.getScoreModifier(result)] as const);
  const sum = (points: readonly number[]) => points.reduce((all, point) => all + point, 100);
  const without = sum(modifiers.map(([, modifier]) => Math.min(0, modifier)));
  const score =
    without >= rules.MINIMUM_SCORE_FOR_EXTRA_CREDIT
      ? sum(modifiers.map(([, modifier]) => modifier))
      : without;
  return {
    score: Math.max(0, score),
    points: Object.fromEntries(modifiers.filter(([, modifier]) => modifier !== 0)),
  };
}
