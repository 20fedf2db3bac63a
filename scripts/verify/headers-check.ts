/** Compares the headers of each kind of file with their source, and gives the score of a page. */
import { fileStatuses, responseHeaders, httpsHeaders } from '@/publish/hosts/site-headers';
import { UnreachableError, type HttpReply } from './client';
import { askFor, type VerifyContext } from './context';
import type { SampleKind } from './crawl';
import { ensureObservatory, observatoryScore } from './observatory';
import { findingList, type CheckResult } from './result';

/** An address of each kind of file, and one that isn't there in every folder with rules of its own. */
function pathsToCheck(samples: ReadonlyMap<SampleKind, readonly string[]>): string[] {
  const first = [...samples.values()].flatMap(([path]) => path ?? []);
  const missing = ['/', '/assets/', '/embed/', '/share/'].map((folder) => `${folder}not-there-${Date.now()}`);
  // A server that lists no folders refuses to show one.
  return ['/', ...first, '/sw.js', '/assets/', ...missing];
}

/** What a host may say otherwise with the same effect. */
function isSame(name: string, expected: string, sent: string): boolean {
  if (name === 'Cache-Control' && expected === 'no-cache')
    return !/immutable/.test(sent) && /no-cache|no-store|max-age=0\b/.test(sent);
  const normal = (value: string) => value.toLowerCase().replaceAll(/\s+/g, '');
  return normal(sent) === normal(expected);
}

const directivesOf = (policy: string) =>
  policy
    .split(';')
    .map((directive) => directive.trim())
    .filter(Boolean);

/** What differs: of a policy only the directives that do, since it is long. */
function differenceOf(name: string, expected: string, sent: string): string {
  if (name !== 'Content-Security-Policy') return `sends ${name}: ${sent}. Send “${expected}”.`;
  const [wanted, found] = [directivesOf(expected), directivesOf(sent)];
  const lacking = wanted.filter((directive) => !found.includes(directive));
  const excess = found.filter((directive) => !wanted.includes(directive));
  const parts = [
    ...(excess.length > 0 ? [`has “${excess.join('; ')}”`] : []),
    ...(lacking.length > 0 ? [`lacks “${lacking.join('; ')}”`] : []),
  ];
  return `sends a ${name} that ${parts.join(' and ')}. Send that of docs/operators.md.`;
}

/** What is wrong with the headers of a reply, without the place. */
function faultsOf(reply: HttpReply, isSecure: boolean): string[] {
  const expected = {
    ...responseHeaders(reply.url.pathname, reply.status),
    ...(isSecure ? httpsHeaders : {}),
  };
  return Object.entries(expected).flatMap(([name, value]) => {
    const sent = reply.headers[name.toLowerCase()];
    if (sent === undefined) return [`has no ${name}. Send “${value}”.`];
    if (name === 'Strict-Transport-Security')
      return Number(/max-age=(\d+)/.exec(sent)?.[1] ?? 0) >= 15_552_000
        ? []
        : [`sends ${name}: ${sent}. Let it hold for half a year at least.`];
    return isSame(name, value, sent) ? [] : [differenceOf(name, value, sent)];
  });
}

export async function checkHeaders(
  context: VerifyContext,
  samples: ReadonlyMap<SampleKind, readonly string[]>,
): Promise<CheckResult> {
  const found = findingList();
  const isSecure = context.site.protocol === 'https:';
  const paths = pathsToCheck(samples);
  for (const path of paths) {
    const reply = await askFor(context, path);
    // A redirect to the start page of a language, say: nothing is shown with it.
    if (reply.status >= 300 && reply.status < 400 && !fileStatuses.includes(reply.status)) continue;
    for (const fault of faultsOf(reply, isSecure))
      found.wrong(`${reply.url.pathname} (${reply.status}) ${fault}`, fault);
  }
  return found.result('Headers', `${paths.length} addresses, errors included (docs/operators.md, “Serving”)`);
}

/** The score that the site must have at least: an A+. */
const leastScore = 100;

export async function checkScore(context: VerifyContext, path: string): Promise<CheckResult> {
  const found = findingList();
  if (!ensureObservatory(context.progress)) {
    found.warn('The rules aren’t installed. Connect to the network, and run this again.');
    return found.result('Score', 'not known');
  }
  const page = await askFor(context, path);
  const score = await observatoryScore({ page, plain: await plainReply(context) });
  const points = Object.entries(score.points).map(
    ([rule, value]) => `${value > 0 ? '+' : ''}${value} ${rule}`,
  );
  if (score.score < leastScore)
    found.wrong(`The score is ${score.score}: ${points.join(', ')}. Send the headers above.`);
  return found.result(
    'Score',
    `${score.score} by the rules of MDN’s HTTP Observatory (135 is the most without HSTS preloading)`,
  );
}

/** The answer to plain HTTP at the same host and its usual port; undefined where there is none. */
export async function plainReply({ client, site }: VerifyContext): Promise<HttpReply | undefined> {
  const plain = new URL(`http://${site.hostname}/`);
  return client.ask(plain).catch((error: unknown) => {
    if (error instanceof UnreachableError) return undefined;
    throw error;
  });
}
