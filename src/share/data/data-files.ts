/** The open data as files: lists in two formats, their schemas, the licence, checksums, and an index. */
import { createHash } from 'node:crypto';
import type { Site } from '@/site/site';
import { changeRecord, changeRecords, type ChangeRecord } from './change-records';
import { formatCsv } from './csv';
import { dataFolder, licence } from './data-folder';
import { opportunityRecords, organizationRecords } from './records';
import { indexSchema, listSchema, opportunityRecord, organizationRecord, type OpenRecord } from './schemas';

export interface DataFile {
  /** Path from the root. */
  readonly path: string;
  readonly text: string;
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
/** Formats a list with one record for each line: small, with readable diffs. */
const jsonList = (name: string, records: readonly object[]) =>
  `{${JSON.stringify(name)}:[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]}\n`;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The records of every list. */
export interface DataRecords {
  readonly opportunities: readonly OpenRecord[];
  readonly organizations: readonly OpenRecord[];
  readonly changes: readonly ChangeRecord[];
}

/** Collects a site's records, as of its instant. */
export function collectRecords(site: Pick<Site, 'byLocale' | 'now'>, siteUrl: URL): DataRecords {
  return {
    opportunities: opportunityRecords(site, siteUrl),
    organizations: organizationRecords(site, siteUrl),
    changes: changeRecords(site, siteUrl),
  };
}

/** Creates every file of the open data. The same content gives the same bytes. */
export function createDataFiles(
  site: Pick<Site, 'byLocale'>,
  records: DataRecords,
  siteUrl: URL,
): DataFile[] {
  const lists = [
    { name: 'opportunities', records: records.opportunities, record: opportunityRecord },
    { name: 'organizations', records: records.organizations, record: organizationRecord },
    { name: 'changes', records: records.changes, record: changeRecord },
  ] as const;
  const address = (file: string) => new URL(dataFolder + file, siteUrl).href;
  const schemaOf = (name: string) => `schema/${name}.schema.json`;
  const files = lists.flatMap(({ name, records: ofList, record }) => [
    { file: `${name}.json`, text: jsonList(name, ofList) },
    { file: `${name}.csv`, text: formatCsv(ofList) },
    { file: schemaOf(name), text: json(listSchema(name, record, address(schemaOf(name)))) },
  ]);
  const schemaFile = { file: schemaOf('index'), text: json(indexSchema(address(schemaOf('index')))) };
  const licenceFile = {
    file: 'LICENSE.txt',
    text: `${licence.name} (${licence.id})\n${licence.url}\n\n${licence.attribution}\n${siteUrl.href}\n`,
  };
  const settings = [...site.byLocale.values()][0]?.settings;
  const days = [...records.opportunities, ...records.organizations].map(({ updated }) => updated).toSorted();
  const index = {
    version: 1,
    updated: days.at(-1),
    sample: settings?.shared.sample ?? false,
    license: { id: licence.id, url: licence.url },
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
