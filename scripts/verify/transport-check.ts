/** Checks TLS, compression, and that browsers may keep what is named by its content. */
import { askFor, type VerifyContext } from './context';
import type { SampleKind } from './crawl';
import { plainReply } from './headers-check';
import { findingList, type CheckResult } from './result';

/** A text below this size (bytes) may be sent as it is. */
const worthCompressing = 1400;

export async function checkTransport(
  context: VerifyContext,
  samples: ReadonlyMap<SampleKind, readonly string[]>,
): Promise<CheckResult> {
  const found = findingList();
  const { client, site } = context;
  if (site.protocol === 'https:') {
    const plain = await plainReply(context);
    const target = plain && URL.parse(plain.headers['location'] ?? '', plain.url);
    if (plain && !(plain.status >= 300 && plain.status < 400 && target?.protocol === 'https:'))
      found.wrong(`${plain.url.href} answers ${plain.status} instead of leading to HTTPS. Redirect it.`);
  } else
    found.wrong('The site is served by plain HTTP: others can read and change it on its way. Set up TLS.');

  const texts = ['page', 'script', 'style', 'rss', 'calendar'] as const;
  for (const path of texts.flatMap((kind) => samples.get(kind)?.[0] ?? [])) {
    const { headers, body } = await askFor(context, path);
    if (headers['content-encoding'] === undefined && body.length > worthCompressing)
      found.wrong(`${path} is sent as it is (${body.length} bytes). Let the server compress texts.`);
    const validator = headers['etag'] ?? headers['last-modified'];
    if (validator === undefined) {
      found.warn(`${path} has neither ETag nor Last-Modified: it is sent whole each time.`);
      continue;
    }
    const name = headers['etag'] === undefined ? 'If-Modified-Since' : 'If-None-Match';
    const again = await client.ask(new URL(path, site), { headers: { [name]: validator } });
    if (again.status !== 304)
      found.warn(`${path} is sent whole to visitors who have it (${again.status} instead of 304).`);
  }
  return found.result(
    'Transport',
    `${site.protocol === 'https:' ? 'TLS, redirection, ' : ''}compression, validators`,
  );
}
