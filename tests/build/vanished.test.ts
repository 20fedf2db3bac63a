/** A site that would lose a part of itself since its last build is not published until its operator says so. */
import { rename } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { checkContent } from '@scripts/cms/check-command';
import { contentsOf, freshFolder } from './folders';
import { checkLinks } from './links';
import { runBuild, runWholeBuild, siteNow, type Env } from './run-build';
import { changeEntry, copyOfSmallContent } from './small-content';

let out: string;
let content: string;

beforeAll(async () => {
  out = `${await freshFolder('vanished')}/new/folder/dist`;
  content = await copyOfSmallContent('content/vanishing');
  await runWholeBuild(out, { CONTENT_DIR: content });
});

/** What a build would fail with; undefined where it would not. */
async function reasonToFail(env: Env = {}): Promise<string | undefined> {
  const printed: string[] = [];
  const config = readConfig({ CONTENT_DIR: content, SITE_NOW: siteNow, ...env }, 'check');
  await checkContent({ config, outDir: out, print: (line) => printed.push(line) });
  return printed.join('\n').split('A build would fail:\n')[1];
}

describe('a site that was built before', () => {
  it('is not published without its campaigns and a language, which were there', async () => {
    const live = contentsOf(out);
    await rename(`${content}/campaigns`, `${content}/.campaigns`);
    await changeEntry(content, 'settings/site', (entry) =>
      Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'es')),
    );
    const run = await runBuild(out, { CONTENT_DIR: content });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('\n  campaign: 1 on the site, 0 left in the source\n');
    expect(run.stderr).toContain('If it’s intended, build once with CONTENT_MAY_LACK=campaign,es.\n');
    expect(contentsOf(out)).toEqual(live);
  });

  it('is published without them, and without opportunities, once the operator says so', async () => {
    await rename(`${content}/opportunities`, `${content}/.opportunities`);
    await runWholeBuild(out, { CONTENT_DIR: content, CONTENT_MAY_LACK: 'opportunity, campaign, es' });
    expect(existsSync(`${out}/es`)).toBe(false);
    expect(existsSync(`${out}/en/campaigns/boats-and-beans`)).toBe(false);
    expect(checkLinks(out).broken).toEqual([]);
    // From then on a site without any opportunity needs that word alone.
    expect(await reasonToFail()).toContain('CONTENT_MAY_LACK=opportunity');
    expect(await reasonToFail({ CONTENT_MAY_LACK: 'opportunity' })).toBeUndefined();
  });
});
