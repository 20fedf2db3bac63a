/** Serves a site at the address that it was built for, with an inbox for its form. */
import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { startInbox } from '@scripts/local/inbox/inbox';
import { choosePort } from '@scripts/local/listen';
import { serveSite } from '@scripts/local/site/site-server';
import { readConfig } from '@/config/config';
import { OperatorError } from '@/model/operator-error';
import { build } from '@/publish/build/build';
import { visitorHours } from './fitting';

const workDir = '.local/bench/actions';

/** A given site can't be visited. */
class ActionsSiteError extends OperatorError {
  override readonly name = 'ActionsSiteError';
}

interface ActionsSite {
  readonly url: string;
  readonly dir: string;
  readonly close: () => Promise<void>;
}

const inboxFile = path.join(workDir, 'inbox.jsonl');

/** Opportunities of the sample, one for each language, that its copy makes fit the visitor. */
const fitted = {
  en: 'translate-nursing-sheets-khmer',
  fr: 'translate-birth-cards-french',
  es: 'compare-mangrove-crab-closures',
};

/** Copies the sample, in which hardly anything is for people with one language and two hours a week. */
async function copyContent(): Promise<string> {
  const content = path.join(workDir, 'content');
  await cp('content', content, { recursive: true });
  for (const [language, id] of Object.entries(fitted)) {
    const file = path.join(content, 'opportunities', `${id}.yml`);
    const entry = parseDocument(await readFile(file, 'utf8'));
    entry.set('hours', { min: 1, max: visitorHours });
    entry.set('languages', [{ language, level: 'good', need: 'required' }]);
    await writeFile(file, String(entry));
  }
  return content;
}

/** Builds the sample and serves it. Rejects with the errors of a build. */
export async function buildActionsSite(print: (line: string) => void): Promise<ActionsSite> {
  await rm(workDir, { recursive: true, force: true });
  const port = await choosePort(0);
  const inbox = await startInbox({ port: 0, file: inboxFile });
  try {
    const dir = path.join(workDir, 'dist');
    const url = `http://localhost:${port}`;
    await build({
      config: readConfig({
        CONTENT_SOURCE: 'files',
        CONTENT_DIR: await copyContent(),
        FORMS: 'local',
        FORMSPREE_ENDPOINT: inbox.url,
        SITE_URL: url,
      }),
      outDir: dir,
      progress: print,
    });
    return await serve(url, dir, port, inbox);
  } catch (error) {
    await inbox.close();
    throw error;
  }
}

/**
 * Serves a built site at its own address. Rejects with an `ActionsSiteError` unless both that and its form's are on
 * this machine, or with a `PortError`.
 */
export async function serveActionsSite(dir: string): Promise<ActionsSite> {
  const home = await readFile(path.join(dir, 'en/index.html'), 'utf8');
  const url = URL.parse(/rel="canonical" href="([^"]+)"/.exec(home)?.[1] ?? '');
  const form = URL.parse(await findFormAction(path.join(dir, 'en/opportunities')));
  if (url?.hostname !== 'localhost' || form === null || !['localhost', '127.0.0.1'].includes(form.hostname))
    throw new ActionsSiteError(
      `${dir} isn’t a site for this machine with a form. Build it with FORMS=local and without SITE_URL.`,
    );
  const inbox = await startInbox({ port: Number(form.port), file: inboxFile });
  try {
    return await serve(url.origin, dir, Number(url.port), inbox);
  } catch (error) {
    await inbox.close();
    throw error;
  }
}

async function serve(
  url: string,
  dir: string,
  port: number,
  inbox: { readonly close: () => Promise<void> },
): Promise<ActionsSite> {
  const site = await serveSite({ dir, port });
  return {
    url,
    dir,
    close: async () => {
      await Promise.all([site.close(), inbox.close()]);
    },
  };
}

async function findFormAction(folder: string): Promise<string> {
  for (const name of await readdir(folder)) {
    const html = await readFile(path.join(folder, name, 'index.html'), 'utf8').catch(() => '');
    const action = /<form[^>]+action="(http[^"]+)"/.exec(html)?.[1];
    if (action !== undefined) return action;
  }
  return '';
}
