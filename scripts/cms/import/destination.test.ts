import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { useContentFolder } from './content-folder.fixture';
import { openFolderDestination } from './destination';

const folder = useContentFolder();
const file = () => folder.inside('content/organizations/casa-abierta.yml');

async function open() {
  const lines: string[] = [];
  const destination = await openFolderDestination(folder.inside('content'), (line) => lines.push(line));
  const before = destination.existing.entries.find(({ id }) => id === 'casa-abierta');
  if (!before) throw new Error('The organization isn’t there.');
  const after = { ...before, shared: { ...before.shared, acronym: 'CA' } };
  return { destination, change: { before, after }, lines };
}

describe('a folder as the destination of an import', () => {
  it('leaves an entry that another person has changed since it was read', async () => {
    const { destination, change, lines } = await open();
    await writeFile(file(), (await readFile(file(), 'utf8')).replace('To help.', 'To help more.'));
    expect(await destination.change([change])).toBe(1);
    expect(lines).toEqual([
      'organizations/casa-abierta.yml was changed by another person meanwhile, and is left as it is.',
    ]);
    expect(await readFile(file(), 'utf8')).toContain('To help more.');
  });

  it('leaves an entry that was made in the meantime', async () => {
    const { destination, change, lines } = await open();
    expect(await destination.save([{ ...change.after, id: 'new' }])).toBe(0);
    expect(await destination.save([{ ...change.before, id: 'new' }])).toBe(1);
    expect(lines).toHaveLength(1);
    expect(await folder.read('content/organizations/new.yml')).toContain('acronym: CA');
  });
});
