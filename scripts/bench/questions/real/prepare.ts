/** Makes the real listings of their sources, which SOURCES.md names. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'yaml';
import type { Locale } from '@/i18n/locales';
import type { Cause } from '@/model/vocabularies/causes';
import type { Listing } from '../listings';
import { createRemovals, removeContacts, type Removals } from './clean';

/** Fewer characters don't tell what the listing is about. */
const leastLength = { en: 130, fr: 65, es: 60 } as const;

/** Listings that name people, or have nothing but addresses. */
const omitted: Record<Locale, readonly string[]> = {
  en: '5061 5140 5718'.split(' '),
  fr: `31 33 41 57 64 76 93 100 102 106 150 170 172 180 181 339 349 435 460 462 464 470 471 472 481 492 519 520 521 525
    527 528 529 530 531 532 533 534 535 536 537 538 539 540 541 542 543 544`.split(/\s+/u),
  es: ['617'],
};

interface Source {
  readonly id: string;
  readonly title: string;
  readonly organization: string;
  readonly description: string;
  readonly cause: Cause;
  readonly tags?: string;
  readonly country?: string;
}

const causeOf = (topic: string, causes: Readonly<Record<string, Cause>>): Cause =>
  causes[topic] ?? 'inclusion';

function readNewYork(csv: string): Source[] {
  const rows = parse<Record<string, string>>(csv, { columns: true });
  return rows.map(
    ({ opportunity_id: id = '', title = '', summary = '', org_title = '', category_desc = '' }) => ({
      id,
      title,
      organization: org_title,
      description: summary,
      country: 'US',
      cause: causeOf(category_desc, {
        Education: 'education',
        Environment: 'climate',
        Health: 'health',
        'Emergency Preparedness': 'disaster',
      }),
    }),
  );
}

function readMadrid(csv: string): Source[] {
  const rows = parse<Record<string, string>>(csv, { columns: true, delimiter: ';' });
  return rows.map(
    ({ idEntImport: id = '', nombre: title = '', descripción: description = '', tipo_topic = '' }) => ({
      id,
      title,
      organization: title,
      description,
      country: 'ES',
      cause: causeOf(tipo_topic, {
        'Urbanismo y Patrimonio': 'housing',
        'Cultura Libre': 'culture',
        'Arte Urbano': 'culture',
        'Política y Gobernanza': 'governance',
        'Ecología Urbana y Consumo': 'climate',
        'Movilidad Sostenible': 'climate',
        'Educación Expandida': 'education',
        Deporte: 'health',
      }),
    }),
  );
}

interface Alternative {
  readonly name?: string;
  readonly tags?: string;
  readonly label?: { readonly '@value'?: string };
  readonly source: readonly string[];
  readonly taxonomy: readonly { readonly '@id'?: string }[];
}

/** Farms and makers that only sell are no organizations with volunteers. */
const sells =
  /\b(?:GAEC|EARL|SCEA|éleveur|[Vv]ente directe|viticult|vigneron|Producteur|producteur de|productrice|maraîcher bio)\b/u;

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#039;': '’',
  '&nbsp;': ' ',
};
const unescape = (text: string) =>
  text.replaceAll(/&(?:amp|quot|#039|nbsp);/gu, (entity) => entities[entity] ?? '');

function readAlternatives(script: string): Source[] {
  const json = script.replace(/^var elements = /u, '').replace(/;\s*$/u, '');
  const { data } = JSON.parse(json) as { data: readonly Alternative[] };
  return data.flatMap(({ name = '', tags = '', label, source, taxonomy }, index): Source[] => {
    const description = unescape(label?.['@value'] ?? '');
    if (sells.test(`${name} ${description} ${tags}`)) return [];
    const title = unescape(name);
    const cause = causeOf(taxonomy[0]?.['@id'] ?? '', {
      education: 'education',
      nourriture: 'agriculture',
      habitat: 'housing',
      '0dechet': 'climate',
      energie: 'climate',
      nature: 'climate',
      citoyennete: 'governance',
      culture: 'culture',
      sante: 'health',
      media_numerique: 'technology',
    });
    const country = source[0] === 'CRID' ? {} : { country: 'FR' };
    return [{ id: String(index), title, organization: title, description, tags, cause, ...country }];
  });
}

/** Divides a description into a summary, which ends with a sentence or at 160 characters, and the rest. */
function divide(description: string): [summary: string, rest: string] {
  if (description.length <= 160) return [description, ''];
  const end = description.slice(0, 160).search(/[.!?…] (?!.*[.!?…] )/u) + 1;
  const cut = end > 40 ? end : description.lastIndexOf(' ', 160);
  return [description.slice(0, cut), description.slice(cut).trim()];
}

function makeListings(
  locale: Locale,
  prefix: string,
  found: readonly Source[],
  removals: Removals,
): Listing[] {
  const clean = (text: string) => removeContacts(text.replaceAll(/\s+/gu, ' ').trim(), removals);
  const seen = new Set<string>();
  const ofOrganization = new Map<string, number>();
  return found.flatMap(({ id, description, title, organization, tags = '', cause, country }): Listing[] => {
    const raw = description.replaceAll(/\s+/gu, ' ').trim();
    const [name, beginning] = [title.trim().toLowerCase(), raw.slice(0, 80)];
    const count = ofOrganization.get(organization) ?? 0;
    const unusable =
      !name || raw.length < leastLength[locale] || count >= 3 || seen.has(name) || seen.has(beginning);
    if (unusable) return [];
    seen.add(name).add(beginning);
    ofOrganization.set(organization, count + 1);
    if (omitted[locale].includes(id)) return [];
    const [summary, rest] = divide(clean(raw));
    return [
      {
        id: `${prefix}-${id}`,
        title: title.trim(),
        organization: organization.trim(),
        summary,
        text: [rest, clean(tags)].filter(Boolean).join('\n\n') || title.trim(),
        // The sources tell neither tasks nor hours: the same for all.
        taskTypes: ['coordination'],
        causes: [cause],
        ...(country ? { countries: [country] } : {}),
        languages: [locale],
        hours: { min: 1, max: 4 },
      },
    ];
  });
}

/**
 * Writes the listings of each language into `<target>/<language>/listings.yml`, and prints their numbers and what was taken
 * out of their texts. The folder `sources` has the three files that SOURCES.md names. `isVerbose` prints it all.
 */
export function prepareListings(
  sources: string,
  target: string,
  isVerbose: boolean,
  print: (line: string) => void,
): void {
  const read = (name: string) => readFileSync(path.join(sources, name), 'utf8');
  const removals = createRemovals();
  const made = {
    en: makeListings('en', 'nyc', readNewYork(read('nyc.csv')), removals),
    fr: makeListings('fr', 'alt', readAlternatives(read('alternatives.js')), removals),
    es: makeListings('es', 'civics', readMadrid(read('civics.csv')), removals),
  };
  for (const [locale, listings] of Object.entries(made)) {
    mkdirSync(path.join(target, locale), { recursive: true });
    writeFileSync(path.join(target, locale, 'listings.yml'), stringify(listings, { lineWidth: 0 }));
    print(`${locale}: ${listings.length} listings`);
  }
  for (const [kind, found] of Object.entries(removals))
    print(`${kind}: ${found.length} taken out${isVerbose ? `: ${found.join(' · ')}` : ''}`);
}
