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

it('a file that can’t be read is opened with the reason, and no fields', async () => {
  await writeFile(file('stories/spoilt.yml'), 'fr: [');
  const { body } = await ask({ action: 'open', type: 'story', id: 'spoilt' });
  expect(body).toMatchObject({ fault: expect.stringContaining('is not valid YAML') as string });
  expect(body).not.toHaveProperty('fields');
});
