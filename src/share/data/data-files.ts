/** The open data as files: lists in two formats, their schemas, the licence, checksums, and an index. */
import { createHash } from 'node:crypto';
import { dataFolder, recordPath } from '@/i18n/data-files';
import { changeRecord } from '@/views/records/change-records';
import type { RecordsView } from '@/views/records/records';
import { indexSchema, listSchema, opportunityRecord, organizationRecord } from '@/views/records/schemas';
import { formatCsv } from './csv';

interface DataFile {
  /** Path from the root. */
  readonly path: string;
  readonly text: string;
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
/** Formats a list with one record for each line: small, with readable diffs. */
const jsonList = (name: string, records: readonly object[]) =>
  `{${JSON.stringify(name)}:[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]}\n`;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The text of the default licence says what it allows; that of another one is unknown. */
const formatLicence = ({ id, name, url }: RecordsView['licence']) =>
  id === undefined
    ? `${name}\n${url}\n\nThe data of this site:`
    : `${name} (${id})\n${url}\n\nYou may copy, change and build on this data if you name its source:`;

/** Creates every file of the open data. The same content gives the same bytes. */
export function createDataFiles(view: RecordsView): DataFile[] {
  const { siteUrl, licence } = view;
  const lists = [
    { name: 'opportunities', records: view.opportunities, record: opportunityRecord },
    { name: 'organizations', records: view.organizations, record: organizationRecord },
    { name: 'changes', records: view.changes, record: changeRecord },
  ] as const;
  const address = (file: string) => new URL(dataFolder + file, siteUrl).href;
  const schemaOf = (name: string) => `schema/${name}.schema.json`;
  const files = lists.flatMap(({ name, records: ofList, record }) => [
    { file: `${name}.json`, text: jsonList(name, ofList) },
    { file: `${name}.csv`, text: formatCsv(record, ofList) },
    { file: schemaOf(name), text: json(listSchema(name, record, address(schemaOf(name)))) },
  ]);
  const schemaFile = { file: schemaOf('index'), text: json(indexSchema(address(schemaOf('index')))) };
  const licenceFile = {
    file: 'LICENSE.txt',
    text: `${formatLicence(licence)}\n${siteUrl}\n`,
  };
  const index = {
    version: 1,
    updated: view.updated,
    sample: view.isSample,
    license: licence,
    lists: lists.map(({ name, records: { length } }) => ({
      name,
      records: length,
      json: address(`${name}.json`),
      csv: address(`${name}.csv`),
      schema: address(schemaOf(name)),
    })),
    files: [...files, schemaFile, licenceFile].map(({ file, text }) => ({
      file,
      bytes: Buffer.byteLength(text),
      sha256: sha256(text),
    })),
  };
  const all = [...files, schemaFile, licenceFile, { file: 'index.json', text: json(index) }];
  const sums = all.map(({ file, text }) => `${sha256(text)}  ${file}\n`).join('');
  return [...all, { file: 'SHA256SUMS', text: sums }].map(({ file, text }) => ({
    path: dataFolder + file,
    text,
  }));
}

/** Generates a file for each open opportunity and each organization. */
export function* generateEntryFiles(
  records: Pick<RecordsView, 'opportunities' | 'organizations'>,
): Generator<DataFile> {
  const typed = [
    ['opportunity', records.opportunities],
    ['organization', records.organizations],
  ] as const;
  for (const [type, ofType] of typed)
    for (const record of ofType)
      yield { path: recordPath(type, record.id), text: `${JSON.stringify(record)}\n` };
}
