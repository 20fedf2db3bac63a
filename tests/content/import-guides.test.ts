/** The guides follow a sheet from start to end: their commands are run, in their order. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '@/config/config';
import { describe, expect, it } from 'vitest';
import { useContentFolder } from '@scripts/cms/import/content-folder.fixture';
import { importContent } from '@scripts/cms/import/import-command';
import { mappingPath } from '@scripts/cms/import/read-sheet';

const root = path.join(import.meta.dirname, '../..');
const folder = useContentFolder();

/** The commands and the mapping of a guide's part about importing: up to the last command of the walk through it. */
async function readGuide(file: string, heading: string): Promise<{ commands: string[]; mapping: string }> {
  const text = await readFile(path.join(root, 'docs', file), 'utf8');
  const section = text.slice(text.indexOf(`\n## ${heading}`)).split('\n## ')[1] ?? '';
  const blocks = [...section.matchAll(/```(sh|yaml)\n([^]*?)```/g)];
  const isCommand = ([, language]: RegExpExecArray) => language === 'sh';
  const commands = blocks.filter(isCommand).flatMap(([, , lines = '']) => lines.trim().split('\n'));
  return { commands, mapping: blocks.find((block) => !isCommand(block))?.[2] ?? '' };
}

const options = {
  'dry-run': { type: 'boolean' }, 'close-missing': { type: 'boolean' },
  'report-language': { type: 'string' }, review: { type: 'boolean' },
} as const; // prettier-ignore

async function run(command: string): Promise<{ code: number; lines: string[]; file: string }> {
  const words = command.split(/\s+/);
  expect(words.slice(0, 5).join(' ')).toMatch(/^npm run cms -- import$/);
  const { positionals, values } = parseArgs({ args: words.slice(5), options, allowPositionals: true });
  const file = folder.inside(`sheets/${positionals[0] ?? ''}`);
  const lines: string[] = [];
  // The page opens in a browser; its tests are in scripts/local/review.
  if (values.review) return { code: 0, lines: [], file };
  const code = await importContent(
    {
      file,
      dryRun: values['dry-run'],
      closeMissing: values['close-missing'],
      reportLanguage: values['report-language'],
    },
    {
      config: readConfig(folder.env(), 'import'),
      print: (line) => lines.push(line),
      reportDir: folder.inside('report'),
    },
  );
  return { code, lines, file };
}

describe('the guides', () => {
  it.each([
    ['editors.md', 'Importing a sheet or a proposal', 197],
    ['editors.fr.md', 'Importer un tableau ou une proposition', 489],
    ['editors.es.md', 'Importar una tabla o una propuesta', 88],
  ])('lead through an import: %s', { timeout: 120_000 }, async (guide, heading, count) => {
    await cp(path.join(root, 'tests/content/sheets'), folder.inside('sheets'), {
      recursive: true,
      filter: (file) => !file.endsWith('.map.yml'),
    });
    await cp(path.join(root, 'content/synonyms'), folder.inside('content/synonyms'), { recursive: true });
    const { commands, mapping } = await readGuide(guide, heading);
    expect(commands).toHaveLength(5);
    const [first = '', ...rest] = commands;
    // Without a mapping.
    const dry = await run(first);
    await writeFile(mappingPath(dry.file), mapping);

    const results = [];
    for (const command of rest) results.push(await run(command));
    const again = results.at(-1);
    expect(dry.lines.some((line) => line.includes(String(count)))).toBe(true);
    const { imported } = await folder.report();
    // The last import found everything as it is.
    expect(imported).toEqual([]);
    expect(again?.lines.some((line) => line.includes(`${count}.`) || line.includes(`; ${count} are`))).toBe(
      true,
    );
  });
});
