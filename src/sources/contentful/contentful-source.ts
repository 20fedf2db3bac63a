/** The source that reads a Contentful space over the Delivery API. */
import { createHash } from 'node:crypto';
import { webAppHost } from '@/config/space';
import {
  entryKey,
  contentTypeNames,
  type ContentTypeName,
  type RawEntry,
  type RawFields,
} from '@/model/types/entry';
import { createProblems, type Problem, type ProblemFinding } from '@/model/problems';
import { hashPublished } from '@/status/entry-hash';
import { checkFieldsSize } from '../entry-size';
import { compareByTypeAndId, type Asset, type Progress, type SourceContent, type Source } from '../source';
import { OperatorError } from '@/model/operator-error';
import { createAsset } from './assets';
import type { DeliveryItem } from './collection';
import { defaultSettings, type ContentfulConfig, type ReadSettings } from './contentful-config';
import { openDelivery } from './delivery';
import { isRecord, readNested } from '@/model/json';
import { mapLocales, type SpaceLocale } from './locales';
import { listStoredFields } from './stored-fields';
import { decodeFields, type LocaleCodes } from './wire';

/** Creates the source that reads the published content of a space. `settings` replace the defaults. */
export function createContentfulSource(
  config: ContentfulConfig,
  settings: Partial<ReadSettings> = {},
): Source {
  const readSettings = { ...defaultSettings, ...settings };
  return {
    name: `Contentful space ${config.space}, environment ${config.environment}`,
    mark: () => openDelivery(config, readSettings, () => undefined).mark(),
    read: (progress) => readSpace(config, readSettings, progress),
  };
}

/**
 * Creates the source that reads a space with its drafts, and also what is published. An entry that isn’t published gets
 * the status `draft`, as it would have in a file.
 */
export function createDraftSource(
  drafts: ContentfulConfig,
  published: ContentfulConfig,
  settings: Partial<ReadSettings> = {},
): Source {
  const readSettings = { ...defaultSettings, ...settings };
  return {
    name: `Contentful space ${drafts.space}, environment ${drafts.environment}, with drafts`,
    mark: () => openDelivery(drafts, readSettings, () => undefined).mark(),
    read: async (progress) => {
      const all = await readSpace(drafts, readSettings, progress);
      const { entries } = await readSpace(published, readSettings, () => undefined);
      const live = new Map(entries.map((entry) => [entryKey(entry), entry]));
      const markDraft = (entry: RawEntry): RawEntry =>
        live.has(entryKey(entry)) ? entry : { ...entry, shared: { ...entry.shared, status: 'draft' } };
      return { ...all, entries: all.entries.map(markDraft), live };
    },
  };
}

const setupHint = 'Run npm run cms -- setup, which brings them in (docs/operators.md, “Contentful”)';

async function readSpace(
  config: ContentfulConfig,
  settings: ReadSettings,
  progress: Progress,
): Promise<SourceContent> {
  const delivery = openDelivery(config, settings, progress);
  const spaceLocales = (await delivery.locales()).map(parseSpaceLocale);
  const { locales, fallbacks, codes } = mapLocales(spaceLocales, progress);
  const types = selectTypes(await delivery.contentTypes(), config, progress);
  const fingerprint = createFingerprints(config, codes);

  const fingerprints = new Map<RawEntry, string>();
  const hashes = new Map<string, string>();
  const entries: RawEntry[] = [];
  const problems: Problem[] = [];
  const unknownFields = new Set<string>();
  // One type after the other: this respects the rate limit and shows which type failed.
  for (const type of types) {
    const items = await delivery.entries(type);
    progress(`Read ${items.length} of type ${type}`);
    for (const item of items) {
      const own = { id: item.id, type, origin: createOrigin(item, config) };
      const version = readNested(item.value, 'sys', 'publishedVersion');
      if (typeof version === 'number') hashes.set(entryKey(own), hashPublished(item.id, version));
      const fields = readFields(item);
      const richText = findRichText(type, fields, codes);
      const faults = [richText.length > 0 ? richText : (checkFieldsSize(fields) ?? [])].flat();
      problems.push(...createProblems(own, faults));
      if (faults.length > 0) continue;
      const { locales: texts, shared, unknown } = decodeFields(type, fields, codes);
      const entry = { ...own, locales: texts, shared };
      entries.push(entry);
      fingerprints.set(entry, fingerprint(type, item));
      for (const field of unknown) unknownFields.add(`${type}.${field}`);
    }
  }
  if (unknownFields.size > 0) {
    progress(`Fields that the model doesn’t have are not read: ${[...unknownFields].toSorted().join(', ')}.`);
  }
  if (entries.length === 0 && problems.length === 0) {
    throw new OperatorError(
      `The space “${config.space}” (environment “${config.environment}”) has no published entry of our types.`,
      'Publish entries in Contentful; drafts are not read. Or check CONTENTFUL_SPACE_ID and CONTENTFUL_ENVIRONMENT.',
    );
  }

  const assets = (await delivery.assets()).flatMap((item): [string, Asset][] => {
    const asset = createAsset(item, codes, config, settings);
    return asset ? [[asset.id, asset]] : [];
  });
  return {
    entries: entries.toSorted(compareByTypeAndId),
    fingerprints,
    hashes,
    assets: new Map(assets),
    locales,
    fallbacks,
    problems,
    isAbsenceDecided: true,
  };
}

/** Creates fingerprints of entries: they depend on the locales too, and on the addresses in messages. */
function createFingerprints(config: ContentfulConfig, codes: LocaleCodes) {
  const { space, environment } = config;
  const context = JSON.stringify([space, environment, codes.default, [...codes.byLocale]]);
  return (type: ContentTypeName, item: DeliveryItem): string =>
    createHash('sha256')
      .update(`${context}\0${type}\0${item.id}\0`)
      .update(JSON.stringify(readFields(item)))
      .digest('base64url');
}

function parseSpaceLocale({ value }: DeliveryItem): SpaceLocale {
  const { code, fallbackCode } = value;
  return {
    code: typeof code === 'string' ? code : '',
    default: value['default'] === true,
    fallbackCode: typeof fallbackCode === 'string' ? fallbackCode : null,
  };
}

/** Returns the model's types that the space has. Throws an `OperatorError` if a required one is missing. */
function selectTypes(
  inSpace: readonly DeliveryItem[],
  config: ContentfulConfig,
  progress: Progress,
): readonly ContentTypeName[] {
  const ids = new Set(inSpace.map(({ id }) => id));
  const types = contentTypeNames.filter((name) => ids.has(name));
  const foreign = [...ids].filter((id) => !(contentTypeNames as readonly string[]).includes(id)).toSorted();
  const space = `The space “${config.space}” (environment “${config.environment}”)`;
  if (types.length === 0) {
    throw new OperatorError(
      `${space} doesn’t have our content model; its content types are ${foreign.slice(0, 10).join(', ') || 'none'}.`,
      `${setupHint}, or check CONTENTFUL_SPACE_ID and CONTENTFUL_ENVIRONMENT.`,
    );
  }
  const missing = contentTypeNames.filter((name) => !ids.has(name));
  const needed = missing.filter((name) => !config.allowedLosses?.has(name));
  if (needed.length > 0) {
    const optional = needed.filter((name) => name !== 'settings');
    throw new OperatorError(
      `${space} lacks content types of our model: ${needed.join(', ')}.`,
      `${setupHint}, or check CONTENTFUL_SPACE_ID and CONTENTFUL_ENVIRONMENT.` +
        (optional.length > 0
          ? ` For a site that is meant to do without, set CONTENT_MAY_LACK=${optional.join(',')}.`
          : ''),
    );
  }
  if (foreign.length > 0) {
    progress(`Content types that the model doesn’t have are not read: ${foreign.join(', ')}.`);
  }
  if (missing.length > 0) progress(`Content types that the space doesn’t have: ${missing.join(', ')}.`);
  return types;
}

const readFields = ({ value }: DeliveryItem) => (isRecord(value['fields']) ? value['fields'] : {});

const createOrigin = ({ id }: DeliveryItem, { space, environment, host }: ContentfulConfig) => ({
  label: `Contentful entry ${id}`,
  editUrl: `https://${webAppHost(host)}/spaces/${space}/environments/${environment}/entries/${id}`,
});

const isRichText = (value: unknown) => readNested(value, 'nodeType') === 'document';

/**
 * Returns a finding for each field of an entry that has rich text, in the first language that has it. The model has none: its
 * long texts are Markdown.
 */
function findRichText(type: ContentTypeName, fields: RawFields, codes: LocaleCodes): ProblemFinding[] {
  return listStoredFields(type).flatMap(({ id, meta, localized, shape }): ProblemFinding[] => {
    const values = Object.hasOwn(fields, id) ? fields[id] : undefined;
    if (!isRecord(values)) return [];
    const code = Object.keys(values).find((key) => isRichText(values[key]));
    if (code === undefined) return [];
    const locale = [...codes.byLocale].find(([, one]) => one === code)?.[0];
    return [
      {
        code: 'field-rich-text',
        severity: 'blocks',
        field: id,
        ...(localized && locale && { locale }),
        message: `is of the type Rich Text in Contentful, and “${meta.label}” is ${shape.type === 'Text' ? 'long text in Markdown' : 'another type'}`,
        hint: 'In Contentful, give this field another id and omit it (Content model), run npm run cms -- setup, which brings in the field with the right type, and copy the text into it.',
      },
    ];
  });
}
