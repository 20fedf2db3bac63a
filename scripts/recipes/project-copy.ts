/** A copy of this checkout to change as a recipe says, with a list of the files that were changed by hand. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { copyCheckout } from './copy-checkout';

/** The fields of a YAML or JSON file. */
export type FileFields = Record<string, unknown>;

export class ProjectCopy {
  readonly #changed = new Set<string>();

  private constructor(readonly root: string) {}

  /** Copies the checkout into the folder `root`, which is emptied first. */
  static async create(root: string): Promise<ProjectCopy> {
    await copyCheckout(root);
    return new ProjectCopy(root);
  }

  /** The changed files, sorted. The files of strings count as one: a key is in every language. */
  get changed(): readonly string[] {
    return [...this.#changed].toSorted();
  }

  /** Creates or replaces a file. */
  async write(file: string, text: string): Promise<void> {
    this.#changed.add(file.replace(/^src\/i18n\/strings\/\w+\.json$/, 'src/i18n/strings/*.json'));
    const target = path.join(this.root, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }

  async read(file: string): Promise<string> {
    return readFile(path.join(this.root, file), 'utf8');
  }

  /** Inserts `text` after `anchor`. Throws if the file doesn't have `anchor` exactly once: the recipe is out of date. */
  async insertAfter(file: string, anchor: string, text: string): Promise<void> {
    await this.replace(file, anchor, anchor + text);
  }

  /** Replaces `before`. Throws if the file doesn't have it exactly once. */
  async replace(file: string, before: string, after: string): Promise<void> {
    const parts = (await this.read(file)).split(before);
    if (parts.length !== 2)
      throw new Error(`${file} has “${before}” ${parts.length - 1} times: bring scripts/recipes up to date.`);
    await this.write(file, parts.join(after));
  }

  /** Adds a string of the interface in the three languages. */
  async addString(key: string, texts: Readonly<Record<'en' | 'fr' | 'es', string>>): Promise<void> {
    for (const [locale, text] of Object.entries(texts)) {
      const file = `src/i18n/strings/${locale}.json`;
      const strings = JSON.parse(await this.read(file)) as FileFields;
      if (key in strings) throw new Error(`${file} has ${key} already: the recipe would show nothing new.`);
      await this.write(file, `${JSON.stringify({ ...strings, [key]: text }, undefined, 2)}\n`);
    }
  }

  /** Changes an entry of the copy's content, which isn't counted: every recipe needs content to show. */
  async changeEntry(name: string, change: (fields: FileFields) => FileFields): Promise<void> {
    const file = path.join(this.root, 'content', `${name}.yml`);
    const fields = parse(await readFile(file, 'utf8')) as FileFields;
    await writeFile(file, stringify(change(fields), { aliasDuplicateObjects: false }));
  }
}
