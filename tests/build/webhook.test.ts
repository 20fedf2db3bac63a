/**
 * From an empty space to a site that follows it, on one machine and through Contentful's own clients: setup, push, a
 * listener that publishes, an edit in the space, and the way back into files.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClient } from '@scripts/cms/space.fixture';
import { startStandIn, type ContentfulServer } from '../contentful/start';
import { freePorts } from '@scripts/test/free-ports';
import { freshFolder } from './folders';
import { contentfulEnv, runScript, type Env } from './run-build';
import { runServing, type Serving } from './serving';
import { smallContent } from './small-content';

const entryId = 'relire-carnets';
const page = 'en/opportunities/proofread-eight-shipyard-notebooks/index.html';
const summary = 'Eight notebooks of a shipyard wait for somebody who reads them.';

let standIn: ContentfulServer;
let listener: Serving;
let env: Env;
let folder: string;

async function start(): Promise<void> {
  folder = await freshFolder('webhook');
  standIn = await startStandIn({});
  const [port = 0] = await freePorts(1);
  env = {
    ...contentfulEnv(standIn),
    CONTENT_DIR: smallContent,
    CONTENTFUL_MANAGEMENT_TOKEN: 'local-management',
    WEBHOOK_URL: `http://127.0.0.1:${port}/`,
    WEBHOOK_TOKEN: 'a long word that nobody knows',
  };
}

const cms = (args: readonly string[], changed: Env = {}) => runScript('cms', args, { ...env, ...changed });

/** Changes a text as an editor would, and publishes the entry. */
async function edit(field: string, locale: string, value: string): Promise<void> {
  const client = openClient(standIn);
  const entry = await client.entry.get({ entryId });
  const fields = { ...entry.fields, [field]: { ...(entry.fields[field] as object), [locale]: value } };
  const changed = await client.entry.update({ entryId }, { ...entry, fields });
  await client.entry.publish({ entryId }, changed);
}

describe('a site that follows its space', () => {
  beforeAll(start);
  afterAll(async () => {
    listener.signal('SIGTERM');
    expect(await listener.exited).toEqual([0, null]);
    await standIn.close();
  });

  it('begins with an empty space: setup, with its webhook, and what is pushed', async () => {
    const setup = await cms(['setup', '--yes']);
    expect(setup.stdout).toContain(`Wrote the webhook to ${env['WEBHOOK_URL']}.\nDone.\n`);
    const push = await cms(['push']);
    expect(push.stderr).toBe('');
    expect(push.stdout.trimEnd().endsWith('Done.')).toBe(true);
  });

  it('is built from it', async () => {
    const { port } = new URL(env['WEBHOOK_URL'] ?? '');
    listener = runServing('publish-local', ['--to', `${folder}/site`, '--listen', port], env);
    await listener.saying('as release 1 in');
  });

  it('shows what an editor published, once for a burst', async () => {
    await edit('summary', 'en-US', 'Too early.');
    await edit('summary', 'en-US', summary);
    await listener.saying('as release 2 in');
    expect(listener.said().match(/Webhook received\./g)).toHaveLength(2);
    expect(listener.said()).not.toContain('as release 3');
    const html = readFileSync(`${folder}/site/current/${page}`, 'utf8');
    expect(html).toContain(summary);
  });

  it('comes back into files', async () => {
    const pull = await cms(['pull'], { CONTENT_DIR: `${folder}/content` });
    expect(pull.stderr).toBe('');
    expect(readFileSync(`${folder}/content/opportunities/${entryId}.yml`, 'utf8')).toContain(summary);
  });
});
