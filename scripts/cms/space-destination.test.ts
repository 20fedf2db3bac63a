import { readConfig } from '@/config/config';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from 'contentful-management';
import { importContent, type ImportOptions } from './import/import-command';
import { startContentfulStandIn, type ContentfulStandIn } from '../local/contentful/stand-in';
import { fixture } from '../local/contentful/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let dir = '';
let standIn: ContentfulStandIn;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'ov-import-'));
});
afterEach(async () => {
  await standIn.close();
  await rm(dir, { recursive: true });
});

const proposal = {
  fr: {
    title: 'Relire un atlas',
    summary: 'Douze cartes.',
    task: 'Relire.',
    deliverable: 'Un fichier.',
    impact: 'On s’y retrouve.',
    requirements: 'De bons yeux',
  },
  organization: 'harbour-school',
  taskTypes: 'writing',
  languages: 'fr: good',
  hours: '2-3',
  length: { kind: 'ongoing' },
  reviewBy: '2029-01-01',
};

async function run(options: Partial<ImportOptions> = {}) {
  const file = path.join(dir, 'submission.json');
  await writeFile(file, JSON.stringify(proposal));
  const lines: string[] = [];
  const env = {
    CONTENTFUL_HOST: standIn.host,
    CONTENTFUL_SPACE_ID: 'local',
    CONTENTFUL_MANAGEMENT_TOKEN: 'local-management',
    SITE_NOW: '2026-11-25T00:00:00Z',
  };
  const config = readConfig(env, 'importToSpace');
  const around = {
    config,
    print: (line: string) => void lines.push(line),
    reportDir: path.join(dir, 'report'),
  };
  const code = await importContent({ file, contentful: true, ...options }, around);
  return { code, lines };
}

/** The entry as the Management API has it: drafts too. */
function stored() {
  const connection = {
    accessToken: 'local-management',
    host: standIn.host,
    insecure: true,
    proxy: false,
  } as const;
  const defaults = { spaceId: 'local', environmentId: 'master' };
  return createClient(connection, { type: 'plain', defaults }).entry.get({ entryId: 'relire-un-atlas' });
}

const isLive = () => standIn.space.entries.some(({ sys }) => sys.id === 'relire-un-atlas');

describe('an import into Contentful', () => {
  it('makes a draft, which Delivery doesn’t show, and no second one', async () => {
    standIn = await startContentfulStandIn({ content: fixture });
    const { code, lines } = await run();
    expect(lines).toContain('1 of 1 rows became entries in space local, environment master; 0 left out.');
    expect(code).toBe(0);
    const { sys, fields } = await stored();
    expect(sys.publishedVersion).toBeUndefined();
    expect(fields).toMatchObject({
      title: { fr: 'Relire un atlas' },
      status: { en: 'draft' },
      organization: { en: { sys: { linkType: 'Entry', id: 'harbour-school' } } },
    });
    expect(isLive()).toBe(false);
    const again = await run();
    expect(again.code).toBe(1);
    expect(again.lines.join('\n')).toContain(
      'is that of Contentful entry relire-un-atlas, from the same organization',
    );
  });

  it('publishes where it is asked to, and changes nothing in a dry run', async () => {
    standIn = await startContentfulStandIn({ content: fixture });
    await run({ status: 'open', dryRun: true });
    await expect(stored()).rejects.toThrow('could not be found');
    expect((await run({ status: 'open' })).code).toBe(0);
    expect(isLive()).toBe(true);
  });

  it('leaves out a row in a language that the space has no locale for', async () => {
    standIn = await startContentfulStandIn({ content: fixture, locales: [{ code: 'en-US' }] });
    const { code, lines } = await run();
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('(fr) is a language that the space has no locale for (Français)');
    await expect(stored()).rejects.toThrow('could not be found');
  });

  it('goes to one place only', async () => {
    standIn = await startContentfulStandIn({ content: fixture });
    await expect(run({ to: dir })).rejects.toThrow('--to and --contentful are two places.');
  });
});
