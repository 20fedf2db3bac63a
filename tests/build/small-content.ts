/** A small content folder to spoil or extend: thirteen published entries and a draft, two pictures, three languages. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { freshFolder } from './folders';

/** The folder that the stand-in's own tests serve. */
export const smallContent = 'tests/small-content';

/** Fields as they stand in a file. */
export type YamlFields = Record<string, unknown>;

/** A copy of the small content in a folder of its own. */
export async function copyOfSmallContent(name: string): Promise<string> {
  const folder = await freshFolder(name);
  await cp(smallContent, folder, { recursive: true });
  return folder;
}

/** Reads an entry's fields: `('…/content', 'opportunities/relire-carnets')`. */
export async function readEntry(folder: string, name: string): Promise<YamlFields> {
  return parse(await readFile(path.join(folder, `${name}.yml`), 'utf8')) as YamlFields;
}

export async function writeEntry(folder: string, name: string, fields: YamlFields): Promise<void> {
  await writeFile(path.join(folder, `${name}.yml`), stringify(fields));
}

/** Changes an entry of a folder; `to` writes the result under another name and leaves the entry as it was. */
export async function changeEntry(
  folder: string,
  name: string,
  change: (fields: YamlFields) => YamlFields,
  to = name,
): Promise<void> {
  await writeEntry(folder, to, change(await readEntry(folder, name)));
}

/** The fields with some of one language replaced. */
export function inLanguage(fields: YamlFields, locale: string, texts: YamlFields): YamlFields {
  return { ...fields, [locale]: { ...(fields[locale] as YamlFields | undefined), ...texts } };
}
