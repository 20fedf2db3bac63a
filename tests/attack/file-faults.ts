/** Reads the files of a built site with parsers other than the ones that wrote them, and names what is wrong in them. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import Ajv2020 from 'ajv/dist/2020';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseModule } from 'es-module-lexer';
import { readCalendar, readJsonFeed, readRss, readXml } from '@/feeds/read-back.fixture';
import { marker } from './hostile-texts';
import { pageFaults } from './page-faults';

/** A built site to look at. */
interface Site {
  readonly dir: string;
  /** Absolute address under which it was built. */
  readonly siteUrl: string;
}

/** A file of it. */
interface SiteFile extends Site {
  /** From the root: `/en/feed.xml`. */
  readonly name: string;
  readonly bytes: Buffer;
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

const checkFeed: Check = (file) => {
  const { items, link } = readRss(textOf(file));
  return [
    ...unsafe([link, ...items.map((item) => item.link)]),
    ...items.flatMap(({ description, content }) => [
      ...fragment(description, file),
      ...fragment(content?.encoded, file),
    ]),
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

const checkJsonFeed: Check = (file) => {
  const { items } = readJsonFeed(textOf(file));
  return [...checkJson(file), ...items.flatMap(({ content_html }) => fragment(content_html, file))];
};

/** The code that other sites paste: a quotation and one frame of this site, in which no script may run. */
const checkOembed: Check = (file) => {
  const { html = '' } = JSON.parse(textOf(file)) as { readonly html?: string };
  const frames = [...html.matchAll(/<iframe\b(?:"[^"]*"|[^">])*>/g)].map(([frame]) => frame);
  const isOwn = frames.length === 1 && frames[0]?.includes(`src="${file.siteUrl}/embed/`) === true;
  const isIdle = frames.every((frame) => /\ssandbox="(?!.*allow-scripts)/.test(frame));
  const around = html.replace(frames[0] ?? '', '').replace('</iframe>', '');
  return [
    ...(isOwn && isIdle ? [] : [`its code has not just one sandboxed frame of this site: ${html}`]),
    ...fragment(around, file),
    ...checkJson(file),
  ];
};

/** Properties that our calendars have; one more was smuggled in by a text. */
const calendarLine =
  /^(?:BEGIN|END|VERSION|PRODID|METHOD|CALSCALE|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|URL|CATEGORIES|LAST-MODIFIED|SEQUENCE|STATUS|TRANSP|NAME|SOURCE|REFRESH-INTERVAL|X-WR-CALNAME|X-WR-CALDESC|X-WR-TIMEZONE|X-PUBLISHED-TTL|COLOR|TZID|TZOFFSETFROM|TZOFFSETTO|TZNAME|RRULE)[;:]/;

const checkCalendar: Check = (file) => {
  const text = textOf(file);
  const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  const strange = lines.filter((line) => line !== '' && !calendarLine.test(line));
  const { events } = readCalendar(text);
  return [
    ...strange.map((line) => `has the line ${line.slice(0, 60)}`),
    ...unsafe(events.map(({ url }) => url)),
  ];
};

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
  const actions =
    text.replaceAll(pdfData, '').match(/\/(?:JavaScript|JS|Launch|OpenAction|EmbeddedFile|AA)\b/g) ?? [];
  const links = [...text.matchAll(/\/URI \(((?:\\.|[^)\\])*)\)/g)].map(([, address]) => address);
  return [
    ...(/^JavaScript: +no$/m.test(facts) ? [] : ['has a script']),
    ...(text.startsWith('%PDF-') && text.trimEnd().endsWith('%%EOF') ? [] : ['is not a whole PDF']),
    ...actions.map((action) => `has ${action}`),
    ...unsafe(links),
  ];
};

const signatures: Readonly<Record<string, RegExp>> = {
  '.png': /^\x89PNG\r\n\x1a\n.*IEND\xaeB`\x82$/s,
  '.webp': /^RIFF....WEBP/s,
  '.avif': /^....ftypavif/s,
  '.woff2': /^wOF2/,
};

const checkSignature: Check = ({ name, bytes }) =>
  signatures[path.extname(name)]?.test(bytes.toString('latin1')) === true
    ? []
    : ['is not what its name says'];

const checkScript: Check = (file) => {
  const text = textOf(file);
  if (file.name === '/sw.js') new Script(text);
  else parseModule(text);
  return text.includes(marker) ? ['holds a text of an entry'] : [];
};

/** `_headers`: a path, below it headers with two spaces before them, or `! Name` for one that is taken away. */
const checkHeaders: Check = (file) =>
  textOf(file)
    .split('\n')
    .filter(
      (line) =>
        !/^(?:\/[a-z/*:]*|\/build\.json|\/:locale\/:section\/:slug\/data\.json|  [A-Z][A-Za-z-]+: [\x20-\x7e]+|  ! [A-Z][A-Za-z-]+|#.*|)$/.test(
          line,
        ),
    )
    .map((line) => `has the line ${line.slice(0, 60)}`);

/** `_redirects`: from, to and status, all on this site. */
const checkRedirects: Check = (file) =>
  textOf(file)
    .split('\n')
    .filter((line) => !/^(?:\/[^\s\\]* \/(?!\/)[^\s\\]* (?:301|302|404)|)$/.test(line))
    .map((line) => `has the line ${line.slice(0, 60)}`);

const checkLines: Check = (file) => (textOf(file).includes(marker) ? ['holds a text of an entry'] : []);

const checkHtml: Check = (file) =>
  pageFaults(textOf(file), { name: file.name, siteUrl: file.siteUrl, isFragment: false });

/** The check of each kind of file, the first whose pattern fits. */
const checks: readonly (readonly [RegExp, Check])[] = [
  [/\.html$/, checkHtml],
  [/feed\.xml$/, checkFeed],
  [/\.(?:xml|svg)$/, checkXml],
  [/feed\.json$/, checkJsonFeed],
  [/oembed\.json$/, checkOembed],
  [/\.(?:json|webmanifest)$/, checkJson],
  [/\.ics$/, checkCalendar],
  [/\.csv$/, checkCsv],
  [/\.pdf$/, checkPdf],
  [/\.(?:png|webp|avif|woff2)$/, checkSignature],
  [/\.js$/, checkScript],
  [/\/_headers$/, checkHeaders],
  [/\/_redirects$/, checkRedirects],
  [/\.txt$|SHA256SUMS$/, checkLines],
  // Style sheets hold no content; the search's index and its program are read by the browser.
  [/\.(?:css|pagefind|pf_\w+)$/, () => []],
];

/** What the files of a site were found to be. */
export interface Inspection {
  /** Files read, by kind: `html`, `ics`. */
  readonly counts: ReadonlyMap<string, number>;
  /** `'/en/feed.xml: leads to javascript:'` */
  readonly faults: readonly string[];
}

/** The records of open data against the schemas that are published beside them. */
function dataFaults(dir: string): string[] {
  const data = path.join(dir, 'data', 'v1');
  const read = (name: string) => JSON.parse(readFileSync(path.join(data, name), 'utf8')) as object;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  return ['index', 'opportunities', 'organizations', 'changes'].flatMap((name) => {
    const validate = ajv.compile(read(`schema/${name}.schema.json`));
    return validate(read(`${name}.json`))
      ? []
      : [`/data/v1/${name}.json: does not fit its schema: ${ajv.errorsText(validate.errors)}`];
  });
}

/** Inspects every file of a built site. */
export function inspectSite({ dir, siteUrl }: Site): Inspection {
  const counts = new Map<string, number>();
  const faults: string[] = [];
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = path.join(entry.parentPath, entry.name);
    const name = `/${path.relative(dir, place).split(path.sep).join('/')}`;
    const [, check] = checks.find(([pattern]) => pattern.test(name)) ?? [];
    const kind = path.extname(name).slice(1) || entry.name;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    try {
      const found = check?.({ dir, siteUrl, name, bytes: readFileSync(place) }) ?? ['is of no known kind'];
      faults.push(...found.map((fault) => (fault.startsWith(name) ? fault : `${name}: ${fault}`)));
    } catch (error) {
      faults.push(`${name}: can’t be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { counts, faults: [...faults, ...dataFaults(dir)] };
}
