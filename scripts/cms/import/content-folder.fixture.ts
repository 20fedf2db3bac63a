/** A content folder of its own for each test of an import, and the command run in it. */
import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '@/config/config';
import { rawOrganization } from '@/model/samples.fixture';
import { parseYaml } from '@/sources/files/parse-yaml';
import { entryFilePath, formatEntry } from '@/sources/files/format-entry';
import { beforeEach } from 'vitest';
import { fixture } from '../../../tests/contentful/read-space';
import { temporaryFolder } from '../../test/temporary-folder';
import { importContent, type ImportOptions } from './import-command';

/** The parts of the report for tools that tests read. */
interface ReportJson {
  readonly imported: readonly {
    row: number;
    id: string;
    warnings: { code: string; message: string; hint: string }[];
    toComplete: { code: string; message: string; hint: string }[];
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
  const { at: inside, write } = temporaryFolder();
  const read = (name: string) => readFile(inside(name), 'utf8');
  beforeEach(async () => {
    for (const folder of ['organizations', 'pages', 'settings', 'media']) {
      await cp(path.join(fixture, folder), inside('content', folder), { recursive: true });
    }
    for (const [id, name] of Object.entries(organizationNames)) {
      const text = { name, summary: `What ${name} does.`, mission: 'To help.' };
      const entry = rawOrganization(id, {}, { en: text, fr: text });
      write(`content/${entryFilePath(entry)}`, formatEntry(entry));
    }
  });

  const env = () => ({ CONTENT_DIR: inside('content'), SITE_NOW: '2026-11-25T00:00:00Z' });
  return {
    inside,
    env,
    /** Imports a file with this text, and returns the exit code and the printed lines. */
    async run(name: string, text: string, options: Partial<ImportOptions> = {}) {
      const file = write(name, text);
      const lines: string[] = [];
      const print = (line: string) => lines.push(line.replaceAll(`${inside()}/`, ''));
      const code = await importContent(
        { file, reportLanguage: 'en', ...options },
        { config: readConfig(env(), 'import'), print, reportDir: inside('report') },
      );
      return { code, lines };
    },
    /** Writes a mapping and returns its path. */
    map: (text: string) => Promise.resolve(write('map.yml', text)),
    read,
    /** The fields of an opportunity’s file. */
    opportunity: async (id: string) => parseYaml(await read(`content/opportunities/${id}.yml`)),
    report: async () => JSON.parse(await read('report/import.json')) as ReportJson,
  };
}
