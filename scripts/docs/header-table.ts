/** The table of response headers in the operators' guide. Pure. */
import {
  cacheControl,
  commonHeaders,
  folderHeaders,
  immutableFolders,
  httpsHeaders,
  type HeaderValues,
} from '@/publish/hosts/site-headers';
import { markdownTable, withSection } from './markdown';

const code = (text: string) => `\`${text}\``;
const below = (folders: readonly string[]) => folders.map((folder) => code(`${folder}…`)).join(', ');

/** One row for each header of a place. */
const rowsOf = (place: string, values: HeaderValues, note = '') =>
  Object.entries(values).map(([header, value]) => [place, `${code(`${header}: ${value}`)}${note}`]);

const rows: readonly (readonly string[])[] = [
  ['Path', 'Header'],
  ...rowsOf('all, errors included', commonHeaders),
  ...rowsOf('all', httpsHeaders, ', over HTTPS only'),
  ...Object.entries(folderHeaders).flatMap(([folder, values]) =>
    rowsOf(`${code(`${folder}…`)} instead`, values),
  ),
  [
    below(immutableFolders),
    `${code(`Cache-Control: ${cacheControl.immutable}`)}, with status 200 and 304 only`,
  ],
  [
    'everything else',
    `${code(`Cache-Control: ${cacheControl.fresh}`)} (stored, and checked for changes each time)`,
  ],
];

/** A document with the present table in its place. */
export const withHeaderTable = (document: string): string =>
  withSection(document, 'headers: npm run docs:hosting', markdownTable(rows));
