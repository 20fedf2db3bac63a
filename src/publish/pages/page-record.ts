/** Facts about a rendered page, with which the site is verified without reading the page again. */
import { hash } from 'node:crypto';
import { findAnchors, findSiteAddresses } from './html-addresses';

export interface PageRecord {
  /** From the root of the site: `/en/index.html`, `/sitemap.xml`. */
  readonly file: string;
  /** The hash of the view, or of what it is made from; undefined for a file that is made in every build. */
  readonly key?: string;
  /** SHA-256 of the file in hexadecimal. */
  readonly hash: string;
  /** The addresses that it links to or loads, as it has them; without those plainly outside the site. */
  readonly addresses: readonly string[];
  readonly anchors: readonly string[];
}

/** Records a page, or another text, at a site of this host. `html` is empty for a text that isn't HTML. */
export const recordPage = (file: string, bytes: Buffer, html: string, host: string): PageRecord => ({
  file,
  hash: hash('sha256', bytes, 'hex'),
  addresses: findSiteAddresses(html, host),
  anchors: [...findAnchors(html)],
});

/** True for a page's file. Embeds are shown by other sites; they aren't pages of this one. */
export const isPageFile = (file: string): boolean => file.endsWith('.html') && !file.startsWith('/embed/');

/** Records in JSON. Most addresses are on many pages, so that each is written once. */
interface RecordTable {
  readonly texts: readonly string[];
  readonly pages: readonly (readonly [
    file: string,
    key: string,
    hash: string,
    addresses: readonly number[],
    anchors: readonly number[],
  ])[];
}

/** Formats records as JSON. */
export function formatRecords(records: Iterable<PageRecord>): string {
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const pages: RecordTable['pages'] = Array.from(records, (record) => [
    record.file,
    record.key ?? '',
    record.hash,
    record.addresses.map(numberOf),
    record.anchors.map(numberOf),
  ]);
  return JSON.stringify({ texts: [...numbers.keys()], pages } satisfies RecordTable);
}

/** Parses the output of `formatRecords`. */
export function parseRecords(json: string): PageRecord[] {
  const { texts, pages } = JSON.parse(json) as RecordTable;
  const textOf = (number: number) => texts[number] ?? '';
  return pages.map(([file, key, hash, addresses, anchors]) => ({
    file,
    ...(key !== '' && { key }),
    hash,
    addresses: addresses.map(textOf),
    anchors: anchors.map(textOf),
  }));
}
