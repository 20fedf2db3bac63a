/** Checks how files are sent: TLS, compression, validators, and the headers of each kind of file. */
import { fileStatuses, responseHeaders, httpsHeaders } from '@/publish/hosts/site-headers';
import { UnreachableError, type HttpResponse } from './client';
import { requestPath, type VerifyContext } from './context';
import type { SampleKind } from './crawl-site';
import { createFindingList, type CheckResult } from './check-result';

/** Smaller texts (bytes) needn't be compressed. */
const minCompressedBytes = 1400;

export async function checkTransport(
  context: VerifyContext,
  samples: ReadonlyMap<SampleKind, readonly string[]>,
): Promise<CheckResult> {
  const found = createFindingList();
  const { client, site } = context;
  if (site.protocol === 'https:') {
    const plain = await requestPlainHttp(context);
    const target = plain && URL.parse(plain.headers['location'] ?? '', plain.url);
    if (plain && !(plain.status >= 300 && plain.status < 400 && target?.protocol === 'https:'))
      found.wrong(`${plain.url.href} answers ${plain.status} instead of leading to HTTPS. Redirect it.`);
  } else
    found.wrong('The site is served by plain HTTP: others can read and change it on its way. Set up TLS.');

  const texts = ['page', 'script', 'style', 'rss', 'calendar'] as const;
  for (const path of texts.flatMap((kind) => samples.get(kind)?.[0] ?? [])) {
    const { headers, body } = await requestPath(context, path);
    if (headers['content-encoding'] === undefined && body.length > minCompressedBytes)
      found.wrong(`${path} is sent as it is (${body.length} bytes). Let the server compress texts.`);
    const validator = headers['etag'] ?? headers['last-modified'];
    if (validator === undefined) {
      found.warn(`${path} has neither ETag nor Last-Modified: it is sent whole each time.`);
      continue;
    }
    const name = headers['etag'] === undefined ? 'If-Modified-Since' : 'If-None-Match';
    const again = await client.request(new URL(path, site), { headers: { [name]: validator } });
    if (again.status !== 304)
      found.warn(`${path} is sent whole to visitors who have it (${again.status} instead of 304).`);
  }
  return found.result(
    'Transport',
    `${site.protocol === 'https:' ? 'TLS, redirection, ' : ''}compression, validators`,
  );
}

/** Chooses an address of each kind of file, and a missing one in every folder with its own headers. */
function choosePaths(samples: ReadonlyMap<SampleKind, readonly string[]>): string[] {
  const first = [...samples.values()].flatMap(([path]) => path ?? []);
  const missing = ['/', '/assets/', '/embed/', '/share/', '/words/'].map(
    (folder) => `${folder}not-there-${Date.now()}`,
  );
  // `/assets/` is a folder, which servers without folder lists refuse to show.
  return ['/', ...first, '/sw.js', '/assets/', ...missing];
}

/** True if a host's header has the same effect as the expected one. */
function hasSameEffect(name: string, expected: string, sent: string): boolean {
  if (name === 'Cache-Control' && expected === 'no-cache')
    return !/immutable/.test(sent) && /no-cache|no-store|max-age=0\b/.test(sent);
  const normal = (value: string) => value.toLowerCase().replaceAll(/\s+/g, '');
  return normal(sent) === normal(expected);
}

const splitDirectives = (policy: string) =>
  policy
    .split(';')
    .map((directive) => directive.trim())
    .filter(Boolean);

/** Describes how a header differs. Of a policy, which is long, it names only the directives that differ. */
function describeDifference(name: string, expected: string, sent: string): string {
  if (name !== 'Content-Security-Policy') return `sends ${name}: ${sent}. Send “${expected}”.`;
  const [wanted, found] = [splitDirectives(expected), splitDirectives(sent)];
  const lacking = wanted.filter((directive) => !found.includes(directive));
  const excess = found.filter((directive) => !wanted.includes(directive));
  const parts = [
    ...(excess.length > 0 ? [`has “${excess.join('; ')}”`] : []),
    ...(lacking.length > 0 ? [`lacks “${lacking.join('; ')}”`] : []),
  ];
  return `sends a ${name} that ${parts.join(' and ')}. Send that of docs/operators.md.`;
}

/** Finds the faults in the headers of a response, as messages without the address. */
function findHeaderFaults(response: HttpResponse, isSecure: boolean): string[] {
  const expected = {
    ...responseHeaders(response.url.pathname, response.status),
    ...(isSecure ? httpsHeaders : {}),
  };
  return Object.entries(expected).flatMap(([name, value]) => {
    const sent = response.headers[name.toLowerCase()];
    if (sent === undefined) return [`has no ${name}. Send “${value}”.`];
    if (name === 'Strict-Transport-Security')
      return Number(/max-age=(\d+)/.exec(sent)?.[1] ?? 0) >= 15_552_000
        ? []
        : [`sends ${name}: ${sent}. Let it hold for half a year at least.`];
    return hasSameEffect(name, value, sent) ? [] : [describeDifference(name, value, sent)];
  });
}

export async function checkHeaders(
  context: VerifyContext,
  samples: ReadonlyMap<SampleKind, readonly string[]>,
): Promise<CheckResult> {
  const found = createFindingList();
  const isSecure = context.site.protocol === 'https:';
  const paths = choosePaths(samples);
  for (const path of paths) {
    const response = await requestPath(context, path);
    // A redirect shows nothing, such as that to the start page of a language.
    if (response.status >= 300 && response.status < 400 && !fileStatuses.includes(response.status)) continue;
    for (const fault of findHeaderFaults(response, isSecure))
      found.wrong(`${response.url.pathname} (${response.status}) ${fault}`, fault);
  }
  return found.result('Headers', `${paths.length} addresses, errors included (docs/operators.md, “Serving”)`);
}

/** Requests the same host by plain HTTP at the usual port. Resolves to undefined if nothing answers. */
async function requestPlainHttp({ client, site }: VerifyContext): Promise<HttpResponse | undefined> {
  const plain = new URL(`http://${site.hostname}/`);
  return client.request(plain).catch((error: unknown) => {
    if (error instanceof UnreachableError) return undefined;
    throw error;
  });
}
