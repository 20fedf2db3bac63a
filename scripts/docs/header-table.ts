/** Writes the table of response headers in the operators' guide. Pure. */
import {
  cacheControl,
  commonHeaders,
  immutableFolders,
  httpsHeaders,
  placeHeaders,
  type HeaderValues,
} from '@/publish/hosts/site-headers';
import { formatMarkdownTable, replaceSection } from './markdown';

const formatCode = (text: string) => `\`${text}\``;
const formatFolders = (folders: readonly string[]) =>
  folders.map((folder) => formatCode(`${folder}…`)).join(', ');

/** Builds a row for each header of a place. */
const buildRows = (place: string, values: HeaderValues, note = '') =>
  Object.entries(values).map(([header, value]) => [place, `${formatCode(`${header}: ${value}`)}${note}`]);

const rows: readonly (readonly string[])[] = [
  ['Path', 'Header'],
  ...buildRows('all, errors included', commonHeaders),
  ...buildRows('all', httpsHeaders, ', over HTTPS only'),
  ...Object.entries(placeHeaders).flatMap(([place, values]) =>
    buildRows(`${formatCode(`${place}…`)} instead`, values),
  ),
  [
    formatFolders(immutableFolders),
    `${formatCode(`Cache-Control: ${cacheControl.immutable}`)}, with status 200 and 304 only`,
  ],
  [
    'everything else',
    `${formatCode(`Cache-Control: ${cacheControl.fresh}`)} (stored, and checked for changes each time)`,
  ],
];

/** Returns a document with the present table in its place. */
export const insertHeaderTable = (document: string): string =>
  replaceSection(document, 'headers: npm run docs -- hosting', formatMarkdownTable(rows));
