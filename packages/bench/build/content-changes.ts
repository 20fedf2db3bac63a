/** Changes of generated content, one after another, to measure what a build costs after each. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { locales } from '@/i18n/locales';

type Fields = Record<string, unknown>;

interface ContentChange {
  /** The heading of its column. */
  readonly name: string;
  /** Changes the content in a folder. */
  readonly apply: (folder: string) => Promise<void>;
  /** Variables of that build. */
  readonly env?: Readonly<Record<string, string>>;
}

async function readFields(file: string): Promise<Fields> {
  return parse(await readFile(file, 'utf8')) as Fields;
}

/** Changes a text in each language that the entry has. */
async function changeTexts(file: string, field: string, change: (text: string) => string): Promise<void> {
  const fields = await readFields(file);
  for (const locale of locales) {
    const texts = fields[locale] as Record<string, string> | undefined;
    if (texts?.[field] !== undefined) texts[field] = change(texts[field]);
  }
  await writeFile(file, stringify(fields));
}

async function listOpportunities(folder: string): Promise<string[]> {
  const names = await readdir(path.join(folder, 'opportunities'));
  return names.toSorted().map((name) => path.join(folder, 'opportunities', name));
}

/** The first open opportunity in three languages. */
async function findOpportunity(folder: string): Promise<string> {
  for (const file of await listOpportunities(folder)) {
    const fields = await readFields(file);
    if (fields['status'] === 'open' && locales.every((locale) => fields[locale] !== undefined)) return file;
  }
  throw new Error(`${folder} has no open opportunity in three languages.`);
}

/** The organization with the most opportunities. */
async function findOrganization(folder: string): Promise<string> {
  const counts = new Map<string, number>();
  for (const file of await listOpportunities(folder)) {
    const [, organization = ''] = /^organization: (.+)$/m.exec(await readFile(file, 'utf8')) ?? [];
    counts.set(organization, (counts.get(organization) ?? 0) + 1);
  }
  const [[most = ''] = []] = [...counts].toSorted(([, a], [, b]) => b - a);
  return path.join(folder, 'organizations', `${most}.yml`);
}

/** Changes a text of an opportunity. Resolves to its file. */
export async function changeOpportunity(folder: string): Promise<string> {
  const file = await findOpportunity(folder);
  await changeTexts(file, 'task', (text) => `${text}\n\nOne more line.`);
  return file;
}

export const contentChanges: readonly ContentChange[] = [
  { name: 'nothing', apply: () => Promise.resolve() },
  {
    name: 'a text',
    apply: async (folder) => void (await changeOpportunity(folder)),
  },
  {
    name: 'a title',
    apply: async (folder) => changeTexts(await findOpportunity(folder), 'title', (text) => `${text} again`),
  },
  {
    name: 'a name',
    apply: async (folder) => changeTexts(await findOrganization(folder), 'name', (text) => `${text} II`),
  },
  {
    name: 'a string',
    apply: async (folder) => {
      await mkdir(path.join(folder, 'i18n'), { recursive: true });
      await writeFile(path.join(folder, 'i18n/en.json'), JSON.stringify({ 'nav.search': 'Look' }));
    },
  },
  { name: 'a setting', apply: () => Promise.resolve(), env: { SERVICE_WORKER: 'off' } },
];
