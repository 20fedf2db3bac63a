import type { ContentFields } from 'contentful-management';
import { readConfig } from '@/config/config';
import { contentTypeNames } from '@/model/types/entry';
import { listStoredFields } from '@/sources/contentful/stored-fields';
import { buildEditorInterface } from '@/sources/contentful/model/editor-interfaces';
import { startStandIn, type ContentfulServer } from '../../../tests/contentful/start';
import { fixture } from '../../../tests/contentful/read-space';
import { withProxy } from '../../../tests/contentful/proxy.fixture';
import { afterEach, describe, expect, it } from 'vitest';
import { canReadModel, printModelDifferences } from '../model-differences';
import { openClient, spaceEnvironment } from '../space.fixture';
import { setUpSpace, type SetupOptions } from './setup-command';

let standIn: ContentfulServer;
afterEach(() => standIn.close());

const configFor = (changed: Record<string, string> = {}) =>
  readConfig({ ...spaceEnvironment(standIn), ...changed }, 'setup');

async function run(options: SetupOptions = {}, changed: Record<string, string> = {}) {
  const lines: string[] = [];
  const code = await setUpSpace(options, { config: configFor(changed), print: (line) => lines.push(line) });
  return { code, lines };
}

const client = () => openClient(standIn);

/** Changes the fields of a content type of the space, and publishes it. */
async function changeFields(contentTypeId: string, change: (fields: ContentFields[]) => ContentFields[]) {
  const type = await client().contentType.get({ contentTypeId });
  const written = await client().contentType.update(
    { contentTypeId },
    { ...type, fields: change(type.fields) },
  );
  await client().contentType.publish({ contentTypeId }, written);
}

const changeField = (contentTypeId: string, id: string, change: Record<string, unknown>) =>
  changeFields(contentTypeId, (fields) =>
    fields.map((field) => (field.id === id ? ({ ...field, ...change } as ContentFields) : field)),
  );

async function deleteField(contentTypeId: string, id: string) {
  // Contentful wants it omitted first.
  await changeField(contentTypeId, id, { omitted: true });
  await changeFields(contentTypeId, (fields) => fields.filter((field) => field.id !== id));
}

/** Adds text fields of the space's own. */
const addFields = (contentTypeId: string, ids: readonly string[]) =>
  changeFields(contentTypeId, (fields) => [
    ...fields,
    ...ids.map(
      (id) => ({ id, name: id, type: 'Symbol', localized: false, required: false }) as ContentFields,
    ),
  ]);

const fieldIds = async (contentTypeId: string) =>
  (await client().contentType.get({ contentTypeId })).fields.map(({ id }) => id);

const readEntries = async () => (await client().entry.getMany({ query: { limit: 100 } })).items;

/** Starts a space that has the model and the content of the fixture. */
async function startWithModel(): Promise<void> {
  standIn = await startStandIn({ content: fixture });
  await run({ yes: true });
}

describe('setup in an empty space', () => {
  it('tells first what it would do, does it with --yes, and finds nothing to do then', async () => {
    standIn = await startStandIn({});
    const told = await run();
    expect(told.code).toBe(1);
    expect(told.lines).toContain('  + the locale fr (Français)');
    expect(told.lines).toContain(
      `  + opportunity is made, with ${listStoredFields('opportunity').length} fields`,
    );
    expect(told.lines.at(-1)).toBe('Nothing was changed. Run it again with --yes to do this.');
    expect(standIn.space.contentTypes.size).toBe(0);

    const done = await run({ yes: true });
    expect(done.lines.at(-1)).toBe('Done.');
    expect(done.code).toBe(0);
    expect(standIn.space.locales.map(({ code }) => code)).toEqual(['en-US', 'fr', 'es']);
    expect(
      [...standIn.space.contentTypes].flatMap(([id, { published }]) => (published ? [id] : [])).toSorted(),
    ).toEqual([...contentTypeNames].toSorted());
    const editor = await client().editorInterface.get({ contentTypeId: 'opportunity' });
    expect(editor.editorLayout?.map(({ groupId }) => groupId)).toEqual([
      'what',
      'who',
      'when',
      'apply',
      'editorial',
    ]);

    expect(await run({ yes: true })).toEqual({
      code: 0,
      lines: ['Space local, environment master:', '  It has the present model. There’s nothing to do.'],
    });
  });
});

describe('setup in a space that has a model', () => {
  it('adds what is missing, and keeps what only the space has', async () => {
    await startWithModel();
    await deleteField('story', 'quote');
    await addFields('story', ['colour']);
    const params = { contentTypeId: 'story' };
    const editor = await client().editorInterface.get(params);
    const own = { fieldId: 'colour', widgetNamespace: 'builtin', widgetId: 'singleLine' };
    await client().editorInterface.update(params, { ...editor, controls: [own] });
    const before = await readEntries();
    const { code, lines } = await run({ yes: true });
    expect(code).toBe(0);
    expect(lines.slice(1, 3)).toEqual([
      '  + story gets the field quote',
      '  + story gets its editor: tabs, controls and help texts',
    ]);
    const { controls } = await client().editorInterface.get(params);
    expect(controls).toEqual(expect.arrayContaining([own, expect.objectContaining({ fieldId: 'quote' })]));
    expect(await fieldIds('story')).toEqual(expect.arrayContaining(['quote', 'colour']));
    expect(await readEntries()).toEqual(before);
    expect((await run()).code).toBe(0);
  });

  it('goes on where it was interrupted, between writing a type and publishing it too', async () => {
    standIn = await startStandIn({});
    const isRefused = (_: string, at: string) => at.endsWith('/page/published');
    await withProxy(standIn, { isRefused }, (host) =>
      expect(run({ yes: true }, { CONTENTFUL_HOST: host })).rejects.toThrow(
        'publishing the content type page',
      ),
    );
    expect((await run()).lines).toContain('  + page is published');
    expect((await run({ yes: true })).code).toBe(0);
  });

  it('asks for --force where entries that are there may be refused', async () => {
    await startWithModel();
    await changeField('story', 'title', { validations: [{ size: { max: 240 } }] });
    await changeField('story', 'summary', { validations: [{ size: { max: 100 } }] });
    await expect(run({ yes: true })).rejects.toThrow(
      'With this, entries that are there may have to be changed before they can be published again: story allows other things in title.',
    );
    expect((await run({ yes: true, force: true })).lines).toContain('  + story allows more in summary');
    expect((await run()).code).toBe(0);
  });

  it('changes no field into another kind, even by force, and says what to do', async () => {
    standIn = await startStandIn({ content: fixture });
    await changeField('story', 'date', { type: 'Symbol' });
    await expect(run({ yes: true, force: true })).rejects.toMatchObject({
      message: expect.stringContaining('story has date as Symbol, and it must be Date') as string,
      hint: expect.stringContaining('Give these fields other ids there') as string,
    });
  });

  it('has room for its own fields up to 50 in all, and is refused before anything is changed beyond', async () => {
    await startWithModel();
    const room = 50 - (await fieldIds('story')).length;
    const own = Array.from({ length: room + 1 }, (_, index) => `own${index}`);
    await addFields('story', own.slice(1));
    await deleteField('page', 'body');
    expect((await run({ yes: true })).code).toBe(0);
    await deleteField('story', 'quote');
    await addFields('story', own.slice(0, 1));
    await deleteField('page', 'body');
    await expect(run({ yes: true })).rejects.toThrow(
      'A content type has room for 50 fields: story would have 51 fields with its own own1',
    );
    expect(await fieldIds('page')).not.toContain('body');
  });
});

describe('setup in a space with the app', () => {
  it('leaves it where it is, and gives it new fields', async () => {
    await startWithModel();
    const params = { contentTypeId: 'opportunity' };
    const editor = await client().editorInterface.get(params);
    const withApp = { ...editor, ...buildEditorInterface('opportunity', { definitionId: 'our-app' }) };
    await client().editorInterface.update(params, structuredClone(withApp) as typeof editor);
    expect((await run()).lines.at(-1)).toContain('There’s nothing to do.');

    await deleteField('opportunity', 'skills');
    expect((await run({ yes: true })).code).toBe(0);
    const { controls, sidebar } = await client().editorInterface.get(params);
    expect(controls?.find(({ fieldId }) => fieldId === 'skills')).toMatchObject({ widgetId: 'our-app' });
    expect(sidebar).toContainEqual({ widgetNamespace: 'app', widgetId: 'our-app' });
  });
});

describe('drift of the model', () => {
  it('is told field by field, and nothing is changed', async () => {
    await startWithModel();
    const lines: string[] = [];
    expect(await printModelDifferences(configFor(), (line) => lines.push(line))).toBe(true);
    await deleteField('story', 'quote');
    await changeField('opportunity', 'places', { required: true, name: 'Seats' });
    expect(await printModelDifferences(configFor(), (line) => lines.push(line))).toBe(false);
    expect(lines.slice(1)).toEqual([
      '\nThe model of the space is not the present one. npm run cms -- setup --yes would do this:',
      '  + opportunity calls places “Places” instead of “Seats”',
      '  + opportunity no longer requires places',
      '  + story gets the field quote',
    ]);
    expect(await printModelDifferences(configFor(), () => undefined)).toBe(false);
  });

  it('is looked for where the content is in Contentful, by who may', () => {
    const space = {
      CONTENTFUL_SPACE_ID: 'x',
      CONTENTFUL_DELIVERY_TOKEN: 'z',
      CONTENTFUL_MANAGEMENT_TOKEN: 'y',
    };
    const canSee = (env: Record<string, string>) => canReadModel(readConfig(env, 'check'));
    expect(canSee(space)).toBe(true);
    expect(canSee({ ...space, CONTENT_SOURCE: 'files' })).toBe(false);
    expect(canSee({ ...space, CONTENTFUL_MANAGEMENT_TOKEN: ' ' })).toBe(false);
    expect(canSee({ CONTENTFUL_MANAGEMENT_TOKEN: 'y' })).toBe(false);
  });
});

describe('setup that can’t work', () => {
  it.each([
    [{ CONTENTFUL_MANAGEMENT_TOKEN: '' }, 'CONTENTFUL_MANAGEMENT_TOKEN is not set'],
    [
      { CONTENTFUL_MANAGEMENT_TOKEN: 'wrong-secret' },
      'doesn’t accept the token in CONTENTFUL_MANAGEMENT_TOKEN',
    ],
    [{ CONTENTFUL_SPACE_ID: 'x' }, 'Contentful has nothing of that name in the space “x”'],
    [{ CONTENTFUL_ENVIRONMENT: 'staging' }, 'has no environment “staging”; it has master.'],
  ])('%j: says what to mend, without the token', async (changed, message) => {
    standIn = await startStandIn({});
    const failure = await run({ yes: true }, changed).then(
      () => 'nothing failed',
      (error: unknown) => String(error),
    );
    expect(failure).toContain(message);
    expect(failure).not.toContain('wrong-secret');
    expect(standIn.space.contentTypes.size).toBe(0);
  });
});

describe('setup with somebody to tell', () => {
  const told = { WEBHOOK_URL: 'https://api.github.com/repos/a/b/dispatches', WEBHOOK_TOKEN: 'a-secret-word' };
  const stored = async () => (await client().webhook.getMany({})).items;

  it('makes the webhook that GitHub takes, once, and never shows the token', async () => {
    await startWithModel();
    const planned = await run({}, told);
    expect(planned.lines).toContain(`  + a webhook to ${told.WEBHOOK_URL}, when something is published`);
    expect(planned.code).toBe(1);
    const done = await run({ yes: true }, told);
    expect(done.code).toBe(0);
    expect([...planned.lines, ...done.lines].join('\n')).not.toContain(told.WEBHOOK_TOKEN);
    expect(await stored()).toMatchObject([
      {
        url: told.WEBHOOK_URL,
        topics: ['Entry.publish', 'Entry.unpublish', 'Asset.publish', 'Asset.unpublish'],
        filters: [{ equals: [{ doc: 'sys.environment.sys.id' }, 'master'] }],
        transformation: { method: 'POST', contentType: 'application/json', body: { event_type: 'content' } },
      },
    ]);
    expect((await run({ yes: true }, told)).lines.at(-1)).toBe(
      '  It has the present model. There’s nothing to do.',
    );
  });

  it('corrects one that somebody changed', async () => {
    standIn = await startStandIn({ content: fixture });
    await run({ yes: true }, told);
    const [webhook] = await stored();
    const webhookDefinitionId = webhook?.sys.id ?? '';
    await client().webhook.update({ webhookDefinitionId }, {
      ...webhook,
      topics: ['Entry.publish'],
    } as never);
    const done = await run({ yes: true }, told);
    expect(done.lines).toContain(`  + the webhook to ${told.WEBHOOK_URL} is corrected`);
    expect((await stored()).map(({ topics }) => topics.length)).toEqual([4]);
  });

  it('says what to click where Contentful refuses one', async () => {
    standIn = await startStandIn({ content: fixture, fault: 'no-webhooks' });
    const { lines, code } = await run({ yes: true }, told);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^The webhook was not written: .* Make it in Contentful \(Settings → Webhooks\): /,
      ),
    );
    expect(code).toBe(1);
  });
});
