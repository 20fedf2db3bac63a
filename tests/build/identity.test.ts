/** The same content gives the same site to the byte, whichever way it comes in and wherever it is built. */
import { beforeAll, describe, expect, it } from 'vitest';
import { startContentfulStandIn } from '@/local/contentful/stand-in';
import { contentsOf, differenceOf, freshFolder } from './folders';
import { contentfulEnv, runWholeBuild, type Run } from './run-build';

/** The same instant, said and lived in another place. */
const elsewhere = {
  SITE_NOW: '2026-11-26T02:00:00+14:00',
  TZ: 'Pacific/Kiritimati',
  LC_ALL: 'tr_TR.UTF-8',
  NODE_ENV: 'development',
};
const full = process.env['TEST_FULL'] === '1';

let root: string;
let files: Run;

beforeAll(async () => {
  root = await freshFolder('identity');
  // Nothing but the instant is set: the shipped sample needs no configuration, and no folder that is there.
  files = await runWholeBuild(`${root}/new/files`, {});
});

describe('the shipped content', () => {
  it('is built from files without any setting, nothing left out, no warning', () => {
    expect(files.stderr).toBe('');
    expect(files.stdout).toContain('Reading files in content\n');
    expect(files.stdout).not.toContain('Left out:');
    expect(files.stdout).not.toContain('Warnings:');
    expect(contentsOf(`${root}/new/files`).size).toBeGreaterThan(800);
  });

  it('is built without the catalogue of components', () => {
    expect([...contentsOf(`${root}/new/files`).keys()].filter((name) => name.startsWith('design'))).toEqual(
      [],
    );
  });

  it('is built from Contentful, through its own client and in a shell with another time zone, language and NODE_ENV, with the bytes of the build from files', async () => {
    const standIn = await startContentfulStandIn({ content: 'content' });
    const run = await runWholeBuild(`${root}/contentful`, {
      ...contentfulEnv(standIn),
      ...elsewhere,
    }).finally(() => standIn.close());
    expect(run.stdout).toContain('Reading Contentful space local, environment master\n');
    expect(standIn.requests.get('entries')).toBe(8);
    expect(differenceOf(`${root}/new/files`, `${root}/contentful`)).toBeUndefined();
  });

  it.runIf(full)('is built from files twice with the same bytes, in that shell too', async () => {
    const settings = { CONTENT_SOURCE: 'files', CONTENT_DIR: './content/' };
    await runWholeBuild(`${root}/elsewhere`, { ...settings, ...elsewhere });
    expect(differenceOf(`${root}/new/files`, `${root}/elsewhere`)).toBeUndefined();
  });
});
