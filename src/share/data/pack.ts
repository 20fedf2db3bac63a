/** The open data as files: lists in two formats, their schemas, the licence, checksums, and what there is. */
import { createHash } from 'node:crypto';
import type { Site } from '@/pipeline/site';
import { csv } from './csv';
import { dataFolder, licence } from './places';
import { opportunityRecords, organizationRecords } from './records';
import { listSchema, opportunityRecord, organizationRecord } from './schemas';

export interface DataFile {
  /** Path from the root. */
  readonly path: string;
  readonly text: string;
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
/** A list with one record a line: small, and what changed can be seen line by line. */
const jsonList = (name: string, records: readonly object[]) =>
  `{${JSON.stringify(name)}:[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]}\n`;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Every file of the open data. The same content gives the same bytes. */
export function dataFiles(site: Pick<Site, 'byLocale'>, siteUrl: URL): DataFile[] {
  const lists = [
    { name: 'opportunities', records: opportunityRecords(site, siteUrl), record: opportunityRecord },
    { name: 'organizations', records: organizationRecords(site, siteUrl), record: organizationRecord },
  ] as const;
  const address = (file: string) => new URL(dataFolder + file, siteUrl).href;
  const schemaOf = (name: string) => `schema/${name}.schema.json`;
  const files = lists.flatMap(({ name, records, record }) => [
    { file: `${name}.json`, text: jsonList(name, records) },
    { file: `${name}.csv`, text: csv(records) },
    { file: schemaOf(name), text: json(listSchema(name, record, address(schemaOf(name)))) },
  ]);
  const licenceFile = {
    file: 'LICENSE.txt',
    text: `${licence.name} (${licence.id})\n${licence.url}\n\n${licence.attribution}\n${siteUrl.href}\n`,
  };
  const settings = [...site.byLocale.values()][0]?.settings;
  const days = lists.flatMap(({ records }) => records.map(({ updated }) => updated)).toSorted();
  const index = {
    version: 1,
    updated: days.at(-1),
    sample: settings?.shared.sample ?? false,
    license: { id: licence.id, url: licence.url },
    lists: lists.map(({ name, records }) => ({
      name,
      records: records.length,
      json: address(`${name}.json`),
      csv: address(`${name}.csv`),
      schema: address(schemaOf(name)),
    })),
    files: [...files, licenceFile].map(({ file, text }) => ({
      file,
      bytes: Buffer.byteLength(text),
      sha256: sha256(text),
    })),
  };
  const all = [...files, licenceFile, { file: 'index.json', text: json(index) }];
  const sums = all.map(({ file, text }) => `${sha256(text)}  ${file}\n`).join('');
  return [...all, { file: 'SHA256SUMS', text: sums }].map(({ file, text }) => ({
    path: dataFolder + file,
    text,
  }));
}
