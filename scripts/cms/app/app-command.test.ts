import { readFileSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { requireManagement } from '@/config/space';
import { startContentfulStandIn, type ContentfulStandIn } from '@scripts/local/contentful/stand-in';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { openManagement } from '../management';
import { openClient, spaceEnvironment } from '../space.fixture';
import { setUpSpace } from '../setup/setup-command';
import { formatSizes } from './build-app';
import { uploadApp } from './upload-app';
import { createZip } from './zip';

const folder = temporaryFolder();

/** Reads an archive as programs do: from the directory at its end. */
function readZip(zip: Buffer): Record<string, string> {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  const files: Record<string, string> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [checksum, packed, size] = [16, 20, 24].map((field) => zip.readUInt32LE(at + field));
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    expect(zip.readUInt32LE(local)).toBe(0x04034b50);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = inflateRawSync(zip.subarray(start, start + (packed ?? 0)));
    expect([bytes.length, crc32(bytes)]).toEqual([size, checksum]);
    files[name] = bytes.toString('utf8');
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}

describe('an archive', () => {
  it('has every file as it was', () => {
    const files = { 'index.html': '<p>é</p>', 'empty.js': '', 'main.js': 'x'.repeat(10_000) };
    const zip = createZip(Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
    expect(readZip(zip)).toEqual(files);
    expect(zip.length).toBeLessThan(600);
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
    const config = readConfig(spaceEnvironment(standIn), 'setup');
    const print = (line: string) => void lines.push(line);
    folder.write('index.html', '<!doctype html>');
    const target = requireManagement(config);
    const files = [{ name: 'index.html', bytes: 15 }];
    const settings = { siteUrl: 'https://example.org' };
    await uploadApp({ ask: openManagement(target), target, print }, folder.at(), files, settings);
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
    const client = openClient(standIn);
    const { items } = await client.appDefinition.getMany({ organizationId: 'local-organization' });
    expect(items).toMatchObject([{ bundle: { sys: { id: 'app-bundle-2' } }, sys: { version: 3 } }]);
    const { controls, sidebar } = await client.editorInterface.get({ contentTypeId: 'opportunity' });
    expect(controls?.find(({ fieldId }) => fieldId === 'languages')).toMatchObject({
      widgetNamespace: 'app',
      widgetId: 'app-1',
    });
    expect(sidebar).toContainEqual({ widgetNamespace: 'app', widgetId: 'app-1' });

    // The settings that were made on its screen stay.
    const installation = () => client.appInstallation.get({ appDefinitionId: 'app-1' });
    expect((await installation()).parameters).toEqual({ siteUrl: 'https://example.org' });
    const chosen = { siteUrl: 'https://volunteering.example', statusUrl: 'https://status.example' };
    await client.appInstallation.upsert({ appDefinitionId: 'app-1' }, { parameters: chosen });
    await upload([]);
    expect((await installation()).parameters).toEqual(chosen);

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
