import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from 'contentful-management';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { requireManagement } from '@/config/space';
import { startContentfulStandIn, type ContentfulStandIn } from '@scripts/local/contentful/stand-in';
import { openManagement } from '../management';
import { setUpSpace } from '../setup/setup-command';
import { formatSizes } from './build-app';
import { uploadApp } from './upload-app';
import { createZip } from './zip';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'ov-app-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('an archive', () => {
  it('is one that other programs read', () => {
    const files = [
      { name: 'index.html', bytes: Buffer.from('<p>é</p>') },
      { name: 'empty.js', bytes: Buffer.alloc(0) },
    ];
    writeFileSync(path.join(dir, 'app.zip'), createZip(files));
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.namelist(), z.read("index.html"))';
    const said = execFileSync('python3', ['-c', script, path.join(dir, 'app.zip')], { encoding: 'utf8' });
    expect(said).toBe("None ['index.html', 'empty.js'] b'<p>\\xc3\\xa9</p>'\n");
  });
});

it('tells the sizes beside what Contentful allows', () => {
  const files = [
    { name: 'main.js', bytes: 250_000 },
    { name: 'index.html', bytes: 500 },
  ];
  expect(formatSizes(files)).toEqual([
    '  main.js                   250.0 kB',
    '  index.html                  0.5 kB',
    '2 files of 500 that Contentful allows, 250.5 kB (2.4 % of 10 MB).',
  ]);
});

describe('uploading', () => {
  let standIn: ContentfulStandIn;
  afterEach(() => standIn.close());

  const upload = async (lines: string[]) => {
    const config = readConfig(
      {
        CONTENTFUL_HOST: standIn.host,
        CONTENTFUL_SPACE_ID: 'local',
        CONTENTFUL_MANAGEMENT_TOKEN: 'local-management',
      },
      'setup',
    );
    const print = (line: string) => void lines.push(line);
    writeFileSync(path.join(dir, 'index.html'), '<!doctype html>');
    const target = requireManagement(config);
    await uploadApp({ ask: openManagement(target), target, print }, dir, [{ name: 'index.html', bytes: 15 }]);
    return config;
  };

  it('creates the app once, installs it and shows it in every form', async () => {
    standIn = await startContentfulStandIn({});
    const before: string[] = [];
    const config = await upload(before);
    expect(before.at(-1)).toMatch(/^The space lacks opportunity, .*run npm run cms -- setup/);
    await setUpSpace({ yes: true }, { config, print: () => undefined });

    const lines: string[] = [];
    await upload(lines);
    expect(lines).toEqual([
      expect.stringMatching(/^Uploaded the app “Online volunteering: forms” \(0\.\d kB packed\)\.$/),
      'Installed it in the space local, environment master.',
    ]);
    const client = createClient(
      { accessToken: 'local-management', host: standIn.host, insecure: true, proxy: false },
      { type: 'plain', defaults: { spaceId: 'local', environmentId: 'master' } },
    );
    const { items } = await client.appDefinition.getMany({ organizationId: 'local-organization' });
    expect(items).toMatchObject([{ bundle: { sys: { id: 'app-bundle-2' } }, sys: { version: 3 } }]);
    const { controls, sidebar } = await client.editorInterface.get({ contentTypeId: 'opportunity' });
    expect(controls?.find(({ fieldId }) => fieldId === 'languages')).toMatchObject({
      widgetNamespace: 'app',
      widgetId: 'app-1',
    });
    expect(sidebar).toContainEqual({ widgetNamespace: 'app', widgetId: 'app-1' });

    // Setup has nothing to do then, and doesn't take the app away.
    const told: string[] = [];
    expect(await setUpSpace({}, { config, print: (line) => void told.push(line) })).toBe(0);
  });
});

it('is built of packages with the versions of the main project', () => {
  const read = (file: string) =>
    JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
  const own = read('scripts/cms/app/package.json').dependencies;
  const main = read('package.json').dependencies;
  expect({ react: own['react'], dom: own['react-dom'] }).toEqual({
    react: main['react'],
    dom: main['react-dom'],
  });
});
