/** Reads the files of a built site with parsers other than the ones that wrote them, and names what is wrong in them. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { parse as parseCsv } from 'csv-parse/sync';
import { transformSync } from 'esbuild';
import { readCalendar, readRss, readXml } from '@/feeds/read-back.fixture';
import { marker } from './hostile-texts';
import { pageFaults } from './page-faults';

/** A file of a built site. */
interface SiteFile {
  /** From the root: `/en/feed.xml`. */
  readonly name: string;
  readonly bytes: Buffer;
  /** Absolute address under which the site was built. */
  readonly siteUrl: string;
}

/** What is wrong with a file, each as a phrase. A parser's error counts too. */
type Check = (file: SiteFile) => string[];

const textOf = ({ bytes }: SiteFile) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

const safeAddress = /^(?:https?:|mailto:|tel:|urn:|tag:|[/#.]|$)/i;

/** Addresses in places that lead somewhere. */
const unsafe = (addresses: readonly (string | undefined)[]) =>
  addresses.flatMap((address) =>
    address === undefined || safeAddress.test(address) ? [] : [`leads to ${address.slice(0, 60)}`],
  );

const fragment = (html: string | undefined, { name, siteUrl }: SiteFile) =>
  pageFaults(html ?? '', { name, siteUrl, isFragment: true });

/** Lines of a text file that aren't as all of its kind are. */
const linesBut =
  (allowed: RegExp): Check =>
  (file) =>
    textOf(file)
      .replaceAll(/\r\n[ \t]/g, '')
      .split(/\r?\n/)
      .filter((line) => line !== '' && !allowed.test(line))
      .map((line) => `has the line ${line.slice(0, 60)}`);

const checkHtml: Check = (file) => pageFaults(textOf(file), { ...file, isFragment: false });

const checkFeed: Check = (file) => {
  const { items, link } = readRss(textOf(file));
  const fragments = items.flatMap(({ description, content }) => [description, content?.encoded]);
  return [
    ...unsafe([link, ...items.map((item) => item.link)]),
    ...fragments.flatMap((html) => fragment(html, file)),
  ];
};

const checkXml: Check = (file) => {
  const elements = readXml(textOf(file));
  const addresses = elements.flatMap(({ name, text, attributes }) => [
    ...(name === 'loc' || name === 'url' ? [text] : []),
    ...Object.entries(attributes).flatMap(([key, value]) =>
      /(?:^|:)(?:href|src|template)$/.test(key) ? [value] : [],
    ),
  ]);
  const active = elements.filter(
    ({ name, attributes }) =>
      /^(?:script|foreignObject|iframe)$/i.test(name) ||
      Object.keys(attributes).some((key) => /^on/i.test(key)),
  );
  return [...unsafe(addresses), ...active.map(({ name }) => `has an active <${name}>`)];
};

/** Values under keys that programs follow as addresses. */
function addressesIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return /(?:^|_)(?:url|link|href|image|logo|website|address)$/i.test(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => addressesIn(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => addressesIn(item, name));
}

const checkJson: Check = (file) => unsafe(addressesIn(JSON.parse(textOf(file))));

/** The code that other sites paste: a quotation and one frame of this site, in which no script may run. */
/** Properties that our calendars have; one more was smuggled in by a text. */
const checkCalendarLines = linesBut(
  /^(?:BEGIN|END|VERSION|PRODID|METHOD|CALSCALE|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|URL|CATEGORIES|LAST-MODIFIED|SEQUENCE|STATUS|TRANSP|NAME|SOURCE|REFRESH-INTERVAL|X-WR-CALNAME|X-WR-CALDESC|X-WR-TIMEZONE|X-PUBLISHED-TTL|COLOR|TZID|TZOFFSETFROM|TZOFFSETTO|TZNAME|RRULE)[;:]/,
);

const checkCalendar: Check = (file) => [
  ...checkCalendarLines(file),
  ...unsafe(readCalendar(textOf(file)).events.map(({ url }) => url)),
];

const checkCsv: Check = (file) => {
  // Throws where a row has another number of cells than the first.
  const rows: string[][] = parseCsv(file.bytes, { bom: true });
  return rows
    .flat()
    .filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell))
    .map((cell) => `has a cell that a spreadsheet would run: ${cell.slice(0, 40)}`);
};

/** What follows from a text stays in a stream or in a string, where it does nothing. */
const pdfData = /\bstream\r?\n[^]*?\bendstream\b|\((?:\\[^]|[^\\()])*\)/g;

const checkPdf: Check = ({ bytes }) => {
  const text = bytes.toString('latin1');
  const facts = execFileSync('pdfinfo', ['-'], { input: bytes, encoding: 'utf8' });
  const actions = text
    .replaceAll(pdfData, '')
    .match(/\/(?:JavaScript|JS|Launch|OpenAction|EmbeddedFile|AA)\b/g);
  const links = [...text.matchAll(/\/URI \(((?:\\.|[^)\\])*)\)/g)].map(([, address]) => address);
  return [
    ...(/^JavaScript: +no$/m.test(facts) ? [] : ['has a script']),
    ...(actions ?? []).map((action) => `has ${action}`),
    ...unsafe(links),
  ];
};

const checkScript: Check = (file) => {
  const text = textOf(file);
  if (file.name === '/sw.js') new Script(text);
  else transformSync(text);
  return checkText(file);
};

const checkText: Check = (file) => (textOf(file).includes(marker) ? ['holds a text of an entry'] : []);

/** The check of each kind of file, the first whose pattern fits. */
const checks: readonly (readonly [RegExp, Check])[] = [
  [/\.html$/, checkHtml],
  [/feed\.xml$/, checkFeed],
  [/\.(?:xml|svg)$/, checkXml],
  [/\.(?:json|webmanifest)$/, checkJson],
  [/\.ics$/, checkCalendar],
  [/\.csv$/, checkCsv],
  [/\.pdf$/, checkPdf],
  [/\.js$/, checkScript],
  // A path, below it headers with two spaces before them, or `! Name` for one that is taken away.
  [/\/_headers$/, linesBut(/^(?:\/[a-z/*:.]*| {2}[A-Z][A-Za-z-]+: [\x20-\x7e]+| {2}! [A-Z][A-Za-z-]+|#.*)$/)],
  // From, to and status, all on this site.
  [/\/_redirects$/, linesBut(/^\/[^\s\\]* \/(?!\/)[^\s\\]* (?:301|302|404)$/)],
  [/\.txt$|SHA256SUMS$/, checkText],
  // Pictures and fonts are drawn from data; style sheets hold no content; the browser reads the search's index.
  [/\.(?:png|webp|avif|woff2|css|pagefind|pf_\w+)$/, () => []],
];

/** What is wrong with a file, each in a line: `'/en/feed.xml: leads to javascript:'`. */
export function fileFaults(file: SiteFile): string[] {
  const [, check] = checks.find(([pattern]) => pattern.test(file.name)) ?? [];
  try {
    const found = check?.(file) ?? ['is of no known kind'];
    return found.map((fault) => (fault.startsWith(file.name) ? fault : `${file.name}: ${fault}`));
  } catch (error) {
    return [`${file.name}: can’t be read: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Inspects every file of a built site. */
export function inspectSite(
  dir: string,
  siteUrl: string,
): { readonly files: number; readonly faults: string[] } {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const faults = files.flatMap((entry) => {
    const place = path.join(entry.parentPath, entry.name);
    const name = `/${path.relative(dir, place).split(path.sep).join('/')}`;
    return fileFaults({ name, bytes: readFileSync(place), siteUrl });
  });
  return { files: files.length, faults };
}
