import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { requireManagement } from '@/config/space';
import { startStandIn, type ContentfulServer } from '../../../tests/contentful/start';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { openManagement } from '../management';
import { openClient, spaceEnvironment } from '../space.fixture';
import { setUpSpace } from '../setup/setup-command';
import { uploadApp } from './upload-app';

const folder = temporaryFolder();

describe('uploading', () => {
  let standIn: ContentfulServer;
  afterEach(() => standIn.close());

  const upload = async (lines: string[]) => {
    const config = readConfig(spaceEnvironment(standIn), 'setup');
    const print = (line: string) => void lines.push(line);
    folder.write('index.html', '<!doctype html>');
    const target = requireManagement(config);
    const settings = { siteUrl: 'https://example.org' };
    await uploadApp({ ask: openManagement(target), target, print }, folder.at(), ['index.html'], settings);
    return config;
  };

  it('creates the app once, installs it and shows it in every form', async () => {
    standIn = await startStandIn({});
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

    // Settings that this upload doesn’t have stay.
    const installation = () => client.appInstallation.get({ appDefinitionId: 'app-1' });
    const earlier = { siteUrl: 'https://old.example', statusUrl: 'https://status.example' };
    await client.appInstallation.upsert({ appDefinitionId: 'app-1' }, { parameters: earlier });
    await upload([]);
    expect((await installation()).parameters).toEqual({ ...earlier, siteUrl: 'https://example.org' });

    // Setup has nothing to do then, and doesn't take the app away.
    const told: string[] = [];
    expect(await setUpSpace({}, { config, print: (line) => void told.push(line) })).toBe(0);
  });
});
