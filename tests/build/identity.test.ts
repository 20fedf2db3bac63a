/** The same content gives the same site to the byte, whichever way it comes in and wherever it is built. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readBuildRecord } from '@/publish/status/with-status';
import { startStandIn } from '../contentful/start';
import { copyCheckout } from '../copy-checkout';
import { siteEnv } from '../../scripts/test/ports';
import type { BuiltSite } from './build-expectations';
import { contentsOf, differenceOf, freshFolder, versionFiles } from './folders';
import { breakRendering, contentfulEnv, runBuild, runWholeBuild } from './run-build';
import { sharedSite } from './shared-site';

/** The same settings and instant, in a shell with another time zone, language and variables that tools read. */
const elsewhere = {
  ...siteEnv,
  SITE_NOW: '2026-11-26T02:00:00+14:00',
  TZ: 'Pacific/Kiritimati',
  LC_ALL: 'tr_TR.UTF-8',
  NODE_ENV: 'development',
  DEV: '1',
  PROD: '',
  MODE: 'test',
  SITE: 'elsewhere',
};

describe('the shipped content', () => {
  let files: BuiltSite;
  beforeAll(async () => {
    files = await sharedSite('sample');
  });

  it('needs no setting: what is asked before anything is rendered is answered without', async () => {
    const out = `${await freshFolder('identity-plain')}/new/dist`;
    const run = await runBuild(out, { NODE_OPTIONS: `--import ${breakRendering}` });
    expect(run.stdout).toMatch(/^Reading files in content\n[\s\S]*\nRendering pages\n/);
    expect(run.stderr).toContain('Out of paper');
  });

  it('is built from files with nothing left out, and no warning', () => {
    expect(files.lines).toContain('Reading files in content');
    expect(files.lines.filter((line) => /Left out:|Warnings:/.test(line))).toEqual([]);
    const names = [...contentsOf(files.dir).keys()];
    expect(names.length).toBeGreaterThan(800);
  });

  it('is built from Contentful with the bytes of the build from files, also in a copy of the project without caches, in another folder, time zone and language', async () => {
    const copy = `${await freshFolder('identity')}/another/folder/further/down`;
    await copyCheckout(copy);
    const standIn = await startStandIn({ content: 'content' });
    const env = { ...contentfulEnv(standIn), ...elsewhere };
    const run = await runWholeBuild('dist', env, copy).finally(() => standIn.close());
    expect(run.stdout).toContain('Reading Contentful space local, environment master\n');
    expect(standIn.requests.get('entries')).toBe(8);
    expect(differenceOf(files.dir, `${copy}/dist`, versionFiles)).toBeUndefined();
    const [ofFiles, ofSpace] = await Promise.all([files.dir, `${copy}/dist`].map(readBuildRecord));
    expect(ofSpace).toEqual({ ...ofFiles, entries: expect.any(Object) as object });
    expect(Object.keys(ofSpace?.entries ?? {})).toEqual(Object.keys(ofFiles?.entries ?? { none: '' }));
  });
});
