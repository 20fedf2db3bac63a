import { cp } from 'node:fs/promises';
/** `npm run verify` over the real nginx with TLS: a good site passes, and each planted fault is named. */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSelfSigned } from '@bench/create-self-signed';
import { createVerifyClient, type VerifyClient } from '../../scripts/verify/client';
import { findVerdict, type CheckResult } from '../../scripts/verify/check-result';
import { verifySite } from '../../scripts/verify/verify-site';
import { contentsOf, freshFolder } from './folders';
import { nginxPath, startNginx } from './nginx';
import { justBefore, pagesEnv } from './pages-content';
import { runScript } from './run-build';
import { sharedSite } from './shared-site';

const site = new URL(`${pagesEnv.SITE_URL}/`);
const day = 86_400_000;
let folder: string;
let formService: Server;
let formCertificate: string;
const methods: string[] = [];

/** A client that finds the site at an nginx, and the form service at ours. */
function clientOf(nginx: Awaited<ReturnType<typeof startNginx>>): VerifyClient {
  return createVerifyClient({
    ca: [nginx.certificate, formCertificate],
    connectTo: ({ hostname, protocol }) => ({
      host: '127.0.0.1',
      port:
        hostname === 'formspree.io'
          ? (formService.address() as AddressInfo).port
          : protocol === 'https:'
            ? nginx.port
            : nginx.plainPort,
    }),
  });
}

interface Served {
  readonly change?: (config: string) => string;
  readonly pages?: number;
  readonly now?: number;
}

/** Verifies the copy as nginx serves it. */
async function verifyServed({
  change,
  pages = 4,
  now = Date.parse(justBefore),
}: Served): Promise<CheckResult[]> {
  const nginx = await startNginx(folder, {
    isSecure: true,
    host: site.hostname,
    ...(change ? { change } : {}),
  });
  try {
    const context = { client: clientOf(nginx), site, progress: () => undefined, now };
    return await verifySite(context, {
      pages,
      manifest: `${folder}/sums`,
      readVersions: () => Promise.resolve(undefined),
    });
  } finally {
    await nginx.stop();
  }
}

const messagesOf = (results: readonly CheckResult[]) =>
  results.flatMap(({ name, findings }) => findings.map(({ message }) => `${name}: ${message}`));

describe.runIf(nginxPath)('verifying a deployed copy', () => {
  beforeAll(async () => {
    const { dir } = await sharedSite('edge-cases');
    folder = await freshFolder('verify');
    await cp(dir, `${folder}/current`, { recursive: true });
    const sums = [...contentsOf(dir)]
      .filter(([, sum]) => sum !== 'folder')
      .map(([name, sum]) => `${sum}  ${name}`);
    writeFileSync(`${folder}/sums`, `${sums.join('\n')}\n`);
    const { key, cert } = createSelfSigned('formspree.io');
    formCertificate = cert;
    formService = createServer({ key, cert }, (request, response) => {
      methods.push(request.method ?? '');
      response.writeHead(204, { 'Access-Control-Allow-Origin': '*' }).end();
    }).listen(0, '127.0.0.1');
    await once(formService, 'listening');
  });
  afterAll(() => {
    formService.closeAllConnections();
    formService.close();
  });

  it('finds nothing wrong with a good site, and sends no form', async () => {
    const results = await verifyServed({ pages: 12 });
    expect(messagesOf(results)).toEqual([]);
    expect(results.map(({ name }) => name)).toEqual([
      'Transport',
      'Headers',
      'Policy',
      'Links',
      'Feeds',
      'Search',
      'Forms',
      'Build',
      'Content',
      'Files',
    ]);
    expect(new Set(methods)).toEqual(new Set(['OPTIONS']));
  });

  /** What an operator or a host may do wrong: what it makes of the configuration, and what is said of it. */
  const serverFaults: Readonly<Record<string, readonly [(config: string) => string, string]>> = {
    'a missing header': [
      (config) => config.replaceAll(/add_header Cross-Origin-Opener-Policy .*/g, ''),
      'Headers: / (200) has no Cross-Origin-Opener-Policy. Send “same-origin”. The same on ',
    ],
    'errors that are kept for good': [
      (config) => config.replace('(?:200|304)(?:/assets', '\\d+(?:/assets'),
      'Headers: /assets/ (403) sends Cache-Control: public, max-age=31536000, immutable. Send “no-cache”.',
    ],
    'no redirection to HTTPS': [
      (config) => config.replace(/return {6}301 .*/, 'return 200 "Hello";'),
      'Transport: http://volunteer.example.org/ answers 200 instead of leading to HTTPS.',
    ],
    'no compression': [(config) => config.replace(/gzip +on;/, ''), 'is sent as it is ('],
  };

  /** What may become of files on their way, by the file, and what is said of it. */
  const fileFaults: Readonly<Record<string, readonly [file: string, (text: string) => string, string]>> = {
    'a dead link': [
      'en/index.html',
      (text) => text.replace('<main', '<a href="/en/gone/">Gone</a><main'),
      'Links: /en/ links to /en/gone/, which answers 404.',
    ],
    'a weaker policy': [
      'en/index.html',
      (text) => text.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
      "Policy: The policy of /en/ allows script-src 'unsafe-inline'.",
    ],
    'a changed file': [
      'robots.txt',
      (text) => `${text}Disallow: /\n`,
      'Files: /robots.txt differs from the file that was built.',
    ],
    'a feed that can’t be read': ['en/opportunities/feed.xml', () => '<rss', 'feed.xml can’t be read as rss'],
    'an index of another build': [
      'search/en.terms.json',
      (text) => text.replace('"index":"', '"index":"other'),
      'Search: The columns and the terms in en are of two builds.',
    ],
  };

  it('names each fault of a server', async () => {
    const change = (config: string) =>
      Object.values(serverFaults).reduce((changed, [plant]) => {
        expect(plant(changed)).not.toBe(changed);
        return plant(changed);
      }, config);
    const results = await verifyServed({ change });
    const messages = messagesOf(results).join('\n');
    for (const [fault, [, message]] of Object.entries(serverFaults))
      expect(messages, fault).toContain(message);
    const wrong = results.filter((result) => findVerdict(result) === 'wrong').map(({ name }) => name);
    expect(wrong).toEqual(['Transport', 'Headers']);
  });

  it('names each fault of files, and a build that is too old', async () => {
    const before = new Map<string, Buffer>();
    for (const [file, plant] of Object.values(fileFaults)) {
      const place = `${folder}/current/${file}`;
      const bytes = readFileSync(place);
      if (!before.has(file)) before.set(file, bytes);
      writeFileSync(place, plant(bytes.toString()));
    }
    try {
      const results = await verifyServed({ now: Date.parse(justBefore) + 3 * day });
      const messages = messagesOf(results).join('\n');
      for (const [fault, [, , message]] of Object.entries(fileFaults))
        expect(messages, fault).toContain(message);
      expect(messages).toContain('Build: The site was last built on ');
      expect(results.find(({ name }) => name === 'Build')).toSatisfy(
        (result: CheckResult) => findVerdict(result) === 'warning',
      );
    } finally {
      for (const [file, bytes] of before) writeFileSync(`${folder}/current/${file}`, bytes);
    }
  });

  it('says what is wrong with an address that can’t be reached', async () => {
    const run = await runScript('verify', ['http://127.0.0.1:9/'], {});
    expect([run.code, run.stderr.trim()]).toEqual([
      1,
      'The address can’t be reached: http://127.0.0.1:9/ (ECONNREFUSED). Check the address, the certificate and the connection.',
    ]);
    expect((await runScript('verify', ['volunteer.example.org'], {})).code).toBe(2);
  });
});
