/** Builds the sample, serves it, and has browsers visit it. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import { readBuiltPages } from '@scripts/built-site/read-pages';
import { findTemplatePages } from '@scripts/built-site/tested-pages';
import { startInbox } from '@scripts/local/inbox/inbox';
import type { LocalServer } from '@scripts/local/listen';
import { serveSite } from '@scripts/local/site/site-server';
import { freePorts } from '@scripts/test/free-ports';
import { runWholeBuild } from '../build/run-build';
import type { OpenEngine } from './engine';
import { createWalk, type Connection } from './walk';
import { runDir } from '../../scripts/test/run-folder';

const folder = `${runDir}/engines`;
const dist = `${folder}/dist`;

/** Where browsers keep it, so that it is there without a connection too. */
const noteFaultsPath = '/words/note-faults.js';

/** Notes the faults of pages: WebKit's driver reports none. */
const noteFaults = `{
  const note = (text) => {
    sessionStorage.faults = (sessionStorage.faults ?? '') + location.pathname + ': ' + text + '\\n';
  };
  const { error } = console;
  console.error = (...values) => {
    note(values.join(' '));
    error(...values);
  };
  addEventListener('error', ({ message }) => note(message));
  // A page that is being left loads no further modules, and Firefox and WebKit say so.
  let isLeft = false;
  addEventListener('beforeunload', () => (isLeft = true));
  addEventListener('unhandledrejection', ({ reason }) => {
    if (!isLeft || !/module/.test(reason)) note('unhandled ' + reason);
  });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    note(violatedDirective + ' forbids ' + blockedURI),
  );
}
`;

/** Builds the sample for this address and form service. Every page notes its faults for the tab that it is in. */
async function buildSample(siteUrl: string, inboxUrl: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await runWholeBuild(dist, {
    CONTENT_SOURCE: 'files',
    SITE_URL: siteUrl,
    FORMS: 'local',
    FORMSPREE_ENDPOINT: inboxUrl,
  });
  await writeFile(path.join(dist, noteFaultsPath), noteFaults);
  for (const { path: page } of readBuiltPages(dist)) {
    const file = path.join(dist, page, page.endsWith('/') ? 'index.html' : '');
    const html = await readFile(file, 'utf8');
    await writeFile(file, html.replace('<head>', `$&<script src="${noteFaultsPath}"></script>`));
  }
}

/** Serves the site with its form service. Both stop and start at once, as for a visitor who is offline. */
function createConnection(port: number, inboxPort: number): Connection {
  const start = () =>
    Promise.all([
      serveSite({ dir: dist, port }),
      startInbox({ port: inboxPort, file: `${folder}/inbox.jsonl` }),
    ]);
  let servers: LocalServer[] = [];
  return {
    url: `http://localhost:${port}`,
    cut: async () => {
      await Promise.all(servers.splice(0).map((server) => server.close()));
    },
    restore: async () => {
      if (servers.length === 0) servers = await start();
    },
    countReceived: async (name) => {
      const response = await fetch(`http://127.0.0.1:${inboxPort}/submissions.json`);
      const submissions = (await response.json()) as readonly { fields: Record<string, string> }[];
      return submissions.filter(({ fields }) => fields['name'] === name).length;
    },
  };
}

export interface Visit {
  readonly openEngine: OpenEngine;
  readonly locale: Locale;
}

/** How often a browser that ends by itself visits again. */
const mostAgain = 3;

/** What drivers say where the browser has ended by itself. */
const isGone = (found: string) => found.startsWith('NoSuchSessionError');

/** Has a browser visit the sample, and prints every step. Resolves to what was wrong in those that failed. */
async function visitSample(
  { openEngine, locale }: Visit,
  connection: Connection,
  paths: readonly string[],
  print: (line: string) => void,
): Promise<string[]> {
  const engine = await openEngine();
  print(`\n${engine.name} (${locale})`);
  const failures: string[] = [];
  try {
    for (const { name, run } of createWalk(engine, connection, locale, paths)) {
      // An earlier step may have failed without one.
      await connection.restore();
      const started = performance.now();
      const wrong = await run().then(() => '', String);
      const faults = await engine.evaluate('sessionStorage.faults ?? ""').catch(() => '');
      await engine.evaluate('sessionStorage.removeItem("faults")').catch(() => {});
      const found = [wrong, String(faults)].filter(Boolean).join('\n').trim();
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      print(found === '' ? `ok     ${name} (${seconds} s)` : `WRONG  ${name}\n${found}`);
      if (found !== '') failures.push(found);
      if (isGone(found)) break;
    }
  } finally {
    await engine.close();
    await connection.cut();
  }
  return failures;
}

/**
 * Has each browser visit the sample, and prints every step; again where it ended by itself: now and then WebKitGTK's network
 * process has a segmentation fault. Resolves to the number of steps that failed.
 */
export async function runVisits(visits: readonly Visit[], print: (line: string) => void): Promise<number> {
  const [port = 0, inboxPort = 0] = await freePorts(2);
  print('Building the sample');
  await buildSample(`http://localhost:${port}`, `http://127.0.0.1:${inboxPort}`);
  const templates = findTemplatePages(readBuiltPages(dist));
  let failed = 0;
  for (const visit of visits) {
    const connection = createConnection(port, inboxPort);
    const paths = templates.filter((page) => page.locale === visit.locale).map((page) => page.path);
    let failures = await visitSample(visit, connection, paths, print);
    for (let again = 0; again < mostAgain && failures.some(isGone); again++)
      failures = await visitSample(visit, connection, paths, print);
    failed += failures.length;
  }
  return failed;
}
