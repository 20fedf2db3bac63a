import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDelivery, openManagement, sampleSpace, startSample } from './sample.fixture.ts';
import { startServer } from './server.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'contentful-local-'));
});
afterAll(() => rm(dir, { recursive: true }));

const at = (file: string) => path.join(import.meta.dirname, file);

describe('npm start', () => {
  it('serves an export, says where, and ends when it is interrupted', async () => {
    await writeFile(path.join(dir, 'export.json'), JSON.stringify(sampleSpace));
    const child = spawn(process.execPath, [
      at('main.ts'),
      ...['--port', '0', '--space', path.join(dir, 'export.json'), '--fault', 'server-error-burst'],
    ]);
    let said = '';
    for await (const text of child.stdout.setEncoding('utf8')) {
      said += String(text);
      if (said.includes('Fault: ')) break;
    }
    expect(said).toContain('Fault: the first 2 requests are answered 500, then all is well');
    const [, host = ''] = /^Contentful on (\S+): space local, tokens:$/m.exec(said) ?? [];
    const statuses: number[] = [];
    for (let count = 0; count < 3; count += 1)
      statuses.push((await fetch(`http://${host}/spaces/local?access_token=local`)).status);
    expect(statuses).toEqual([500, 500, 200]);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.each([
    [['--fault', 'earthquake'], /^There is no fault “earthquake”\. Choose one of: rate-limit-storm, /],
    [['--space', '/nowhere.json'], /^There is no file \/nowhere\.json\. Check --space\./],
    [['--space', at('main.ts')], /main\.ts can’t be read as the export of a space: /],
  ])('%j fails with what to do', (args, message) => {
    const { status, stderr } = spawnSync(process.execPath, [at('main.ts'), '--port', '0', ...args]);
    expect([status, stderr.toString()]).toEqual([1, expect.stringMatching(message)]);
  });
});

it('a folder keeps the space: drafts, what is published, and files', async () => {
  const folder = path.join(dir, 'space');
  const first = await startSample({ folder });
  const management = openManagement(first);
  const seen = await management.entry.get({ entryId: 'lagoon' });
  await management.entry.update({ entryId: 'lagoon' }, { ...seen, fields: { title: { en: 'The lagoon' } } });
  const { sys: upload } = await management.upload.create(
    {},
    { file: await new Blob(['a bridge']).arrayBuffer() },
  );
  const uploadFrom = { sys: { type: 'Link' as const, linkType: 'Upload' as const, id: upload.id } };
  const asset = await management.asset.createWithId(
    { assetId: 'bridge' },
    { fields: { title: {}, file: { en: { contentType: 'image/png', fileName: 'b.png', uploadFrom } } } },
  );
  const processed = await management.asset.processForAllLocales({}, asset);
  await management.asset.publish({ assetId: 'bridge' }, processed);
  await first.close();

  const second = await startServer({ folder });
  expect(await openDelivery(second).getEntry('lagoon')).toMatchObject({
    fields: { title: { en: 'Lagoon' } },
  });
  expect(await openDelivery(second, 'preview').getEntry('lagoon')).toMatchObject({
    fields: { title: { en: 'The lagoon' } },
  });
  const { url } = (await openDelivery(second).getAsset('bridge')).fields.file?.['en'] ?? {};
  expect(await (await fetch(`http:${url}`)).text()).toBe('a bridge');
  await second.close();
});

it('a port that is taken is named', async () => {
  const { port, close } = await startServer();
  await expect(startServer({ port })).rejects.toThrow(
    `Port ${port} is taken by another program. Stop it, or choose another port.`,
  );
  await close();
});

it('the example publishes an entry and reads it', () => {
  const { stdout, stderr } = spawnSync(process.execPath, [at('example/example.ts')]);
  expect([stdout.toString(), stderr.toString()]).toEqual(["{ title: { 'en-US': 'Hello' } }\n", '']);
});
