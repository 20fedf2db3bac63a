/** Content folders full of hostile entries, which are valid and therefore shown: the same for the same seed. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { createSetting, generateEntries } from '@bench/content/generate-content';
import { drawLogo, hasLogo } from '@bench/content/organization';
import { createRandom, type Random } from '@bench/content/random';
import type { GeneratedEntry } from '@bench/content/setting';
import { locales } from '@/i18n/locales';
import { fieldMetaOf, unwrap } from '@/model/fields/fields';
import { contentTypes } from '@/model/types/types';
import { hostileAddresses, hostileTexts } from './hostile-texts';

type Fields = Record<string, unknown>;

/** Widgets whose values are free text; the others name entries, terms or days, and are left alone in a valid entry. */
const freeText = new Set(['text', 'lines', 'markdown']);

/** Attempts to find a hostile value that a field accepts. */
const attempts = 8;

/** A hostile text around an honest one, or instead of it. */
function hostileText(random: Random, honest: string): string {
  const hostile = random.pick(hostileTexts);
  return random.pick([hostile, `${honest} ${hostile}`, `${hostile} ${honest}`]);
}

/** A hostile value that the field accepts; the honest one where none was found. */
function acceptedValue(schema: z.core.$ZodType, honest: unknown, random: Random): unknown {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray && Array.isArray(honest))
    return honest.map((item) => acceptedValue(inner.element, item, random));
  if (inner instanceof z.ZodObject && typeof honest === 'object' && honest !== null)
    return acceptedFields(inner, honest as Fields, random, 1);
  const meta = fieldMetaOf(inner);
  if (typeof honest !== 'string' || !meta || !freeText.has(meta.widget)) return honest;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const value = honest.startsWith('https://') ? random.pick(hostileAddresses) : hostileText(random, honest);
    if ((inner as z.ZodType).safeParse(value).success) return value;
  }
  return honest;
}

/** Fields of which each becomes hostile with a probability, within what the schema accepts. */
function acceptedFields(schema: z.ZodObject, fields: Fields, random: Random, probability: number): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const child = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
      const isHostile = child !== undefined && random.chance(probability);
      return [name, isHostile ? acceptedValue(child, value, random) : value];
    }),
  );
}

const typeOfFolder = new Map(Object.values(contentTypes).map((type) => [type.folder, type]));

/** The fields with hostile texts wherever the type accepts them. */
function hostileButValid({ folder, fields }: GeneratedEntry, random: Random): Fields {
  const type = typeOfFolder.get(folder);
  if (!type) return fields;
  const probability = random.pick([0.3, 0.6, 1]);
  const changed: Fields = { ...acceptedFields(type.shared, fields, random, probability) };
  for (const locale of locales) {
    const texts = fields[locale];
    if (typeof texts === 'object' && texts !== null)
      changed[locale] = acceptedFields(type.localized, texts as Fields, random, probability);
  }
  return changed;
}

/**
 * Writes a content folder full of hostile entries in the place of what was there. Resolves to the number of entries. (Entries
 * that no type accepts, and files that are no entries, are tested beside what refuses them.)
 */
export async function writeHostileContent(
  folder: string,
  options: { readonly opportunities: number; readonly seed: number },
): Promise<number> {
  const setting = createSetting(options);
  await rm(folder, { recursive: true, force: true });
  for (const type of typeOfFolder.keys()) await mkdir(path.join(folder, type), { recursive: true });
  await mkdir(path.join(folder, 'media', 'orgs'), { recursive: true });
  let count = 0;
  for (const entry of generateEntries(setting)) {
    const random = createRandom(options.seed, 9_000_000 + count++);
    const fields = hostileButValid(entry, random);
    const text = stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false });
    await writeFile(path.join(folder, entry.folder, `${entry.id}.yml`), text);
  }
  for (const [index, { id }] of setting.hosts.entries())
    if (hasLogo(index))
      await writeFile(path.join(folder, 'media', 'orgs', `${id}.png`), await drawLogo(options.seed, index));
  return count;
}
