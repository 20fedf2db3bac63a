import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { useEditor } from '../editor.fixture';

const { file, read, ask } = useEditor({ now: () => Date.parse('2026-11-28') });

const create = (title: string | undefined) =>
  ask({
    action: 'save',
    type: 'story',
    id: '',
    fields: { originalLanguage: 'fr', status: 'draft', fr: { title } },
    base: null,
    locale: 'en',
  });

const idOf = (answer: Awaited<ReturnType<typeof create>>) => (answer.body as { id?: string }).id;

describe('a new entry', () => {
  it('is named after its title, with a number where that name is taken', async () => {
    expect(idOf(await create('L’été à Dakar'))).toBe('l-ete-a-dakar');
    expect(idOf(await create('L’été à Dakar !'))).toBe('l-ete-a-dakar-1');
    expect(await read('stories/l-ete-a-dakar-1.yml')).toContain('title: L’été à Dakar !');
  });

  it('is named after its type where no letter of its title can be in an address', async () => {
    expect(idOf(await create('🌱'))).toBe('story');
  });

  it('isn’t saved without a title, even as a draft', async () => {
    const { status, body } = await create(undefined);
    expect([status, body.findings?.map(({ place }) => place)]).toEqual([422, ['fr.title']]);
  });
});

describe('a form whose file changed', () => {
  const name = 'stories/l-ete-a-dakar.yml';

  it('is told what differs, and nothing is saved or deleted', async () => {
    const base = await read(name);
    const changed = base.replace('L’été à Dakar', 'L’hiver à Dakar');
    await writeFile(file(name), changed);
    const fields = {
      originalLanguage: 'fr',
      status: 'draft',
      fr: { title: 'Le printemps' },
      firstName: 'Awa',
    };
    const entry = { type: 'story', id: 'l-ete-a-dakar', base };
    const save = await ask({ action: 'save', ...entry, fields, locale: 'en' });
    expect(save).toMatchObject({
      status: 409,
      body: {
        current: changed,
        merge: {
          conflicts: [{ key: 'fr.title', file: 'L’hiver à Dakar', form: 'Le printemps' }],
          fromFile: [],
          fromForm: [{ key: 'firstName', form: 'Awa' }],
        },
      },
    });
    expect(await ask({ action: 'delete', ...entry })).toMatchObject({
      status: 422,
      body: { error: expect.stringContaining('Nothing was deleted') as string },
    });
    expect(await read(name)).toBe(changed);
  });
});

it('a file that can’t be read is opened with the reason, and no fields', async () => {
  await writeFile(file('stories/spoilt.yml'), 'fr: [');
  const { body } = await ask({ action: 'open', type: 'story', id: 'spoilt' });
  expect(body).toMatchObject({ fault: expect.stringContaining('is not valid YAML') as string });
  expect(body).not.toHaveProperty('fields');
});
