/** A content folder of its own for each test of an import, and the command run in it. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '@/config/config';
import { rawOrganization } from '@/model/samples.fixture';
import { parseYaml } from '@/sources/files/parse-yaml';
import { entryFilePath, formatEntry } from '@/sources/files/format-entry';
import { afterEach, beforeEach } from 'vitest';
import { fixture } from '../../local/contentful/testing';
import { importContent, type ImportOptions } from './import-command';

/** The parts of the report for tools that tests read. */
interface ReportJson {
  readonly imported: readonly {
    row: number;
    id: string;
    warnings: { code: string; message: string; hint: string }[];
  }[];
  readonly leftOut: readonly {
    row: number;
    problems: { field?: string; code: string; message: string; hint: string }[];
  }[];
}

/** The organizations that the imported rows name, by their ids. */
const organizationNames = {
  'casa-abierta': 'Casa Abierta',
  'registro-claro': 'Registro Claro',
  'sahel-wells-network': 'Sahel Wells Network',
};

/** A folder with settings, pages and a few organizations, which goes after each test. */
export function useContentFolder() {
  let dir = '';
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'ov-import-'));
    const content = path.join(dir, 'content');
    for (const folder of ['organizations', 'pages', 'settings', 'media']) {
      await cp(path.join(fixture, folder), path.join(content, folder), { recursive: true });
    }
    for (const [id, name] of Object.entries(organizationNames)) {
      const text = { name, summary: `What ${name} does.`, mission: 'To help.' };
      const entry = rawOrganization(id, {}, { en: text, fr: text });
      await writeFile(path.join(content, entryFilePath(entry)), formatEntry(entry));
    }
  });
  afterEach(() => rm(dir, { recursive: true }));

  const inside = (name: string) => path.join(dir, name);
  const env = () => ({ CONTENT_DIR: inside('content'), SITE_NOW: '2026-11-25T00:00:00Z' });
  return {
    inside,
    env,
    /** Imports a file with this text, and returns the exit code and the printed lines. */
    async run(name: string, text: string, options: Partial<ImportOptions> = {}) {
      const file = inside(name);
      await writeFile(file, text);
      const lines: string[] = [];
      const print = (line: string) => lines.push(line.replaceAll(`${dir}/`, ''));
      const code = await importContent(
        { file, reportLanguage: 'en', ...options },
        { config: readConfig(env(), 'import'), print, reportDir: inside('report') },
      );
      return { code, lines };
    },
    /** Writes a mapping and returns its path. */
    async map(text: string): Promise<string> {
      await writeFile(inside('map.yml'), text);
      return inside('map.yml');
    },
    read: (name: string) => readFile(inside(name), 'utf8'),
    /** The fields of an opportunity’s file. */
    opportunity: async (id: string) =>
      parseYaml(await readFile(inside(`content/opportunities/${id}.yml`), 'utf8')),
    async report(): Promise<ReportJson> {
      return JSON.parse(await readFile(inside('report/import.json'), 'utf8')) as ReportJson;
    },
  };
}
