/** The same content gives the same site to the byte, whichever way it comes in and wherever it is built. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startContentfulStandIn, type StandIn } from '@/local/contentful/stand-in';
import { contentsOf, differenceOf, freshFolder } from './folders';
import { contentfulEnv, runWholeBuild, type Run } from './run-build';

let standIn: StandIn;
let root: string;
let runs: { readonly files: Run; readonly elsewhere: Run; readonly contentful: Run };

beforeAll(async () => {
  root = await freshFolder('identity');
  standIn = await startContentfulStandIn({ content: 'content' });
  const [files, elsewhere, contentful] = await Promise.all([
    // Nothing but the instant is set: the shipped sample needs no configuration.
    runWholeBuild(`${root}/files`, {}),
    // The same instant, said and lived in another place.
    runWholeBuild(`${root}/elsewhere`, {
      SITE_NOW: '2026-11-26T02:00:00+14:00',
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'tr_TR.UTF-8',
      NODE_ENV: 'development',
      CONTENT_SOURCE: 'files',
      CONTENT_DIR: './content/',
    }),
    runWholeBuild(`${root}/contentful`, contentfulEnv(standIn)),
  ]);
  runs = { files, elsewhere, contentful };
});
afterAll(() => standIn.close());

describe('the shipped content', () => {
  it('is built from files without any setting, nothing left out, no warning', () => {
    expect(runs.files.stderr).toBe('');
    expect(runs.files.stdout).toContain('Reading files in content\n');
    expect(runs.files.stdout).not.toContain('Left out:');
    expect(runs.files.stdout).not.toContain('Warnings:');
    expect(contentsOf(`${root}/files`).size).toBeGreaterThan(800);
  });

  it('is built from files twice with the same bytes, in a shell with another time zone, language and NODE_ENV too', () => {
    expect(differenceOf(`${root}/files`, `${root}/elsewhere`)).toBeUndefined();
  });

  it('is built from Contentful, through its own client, with the bytes of the build from files', () => {
    expect(runs.contentful.stdout).toContain('Reading Contentful space local, environment master\n');
    expect(standIn.requests.get('entries')).toBe(8);
    expect(differenceOf(`${root}/files`, `${root}/contentful`)).toBeUndefined();
  });
});
