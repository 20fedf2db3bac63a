/** The strings of the interface: complete in every language of the site, and overridden by its content. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isLocale, type Locale } from '@/i18n/locales';
import { isStringKey, missingStrings, strings, type StringOverrides } from '@/i18n/strings';
import { OperatorError } from '@/model/operator-error';
import { formatCount } from '@/model/format-count';

/** Throws an `OperatorError` where the interface isn't complete in one of the languages. */
export function assertStrings(
  locales: readonly Locale[],
  found: Readonly<Record<string, Readonly<Record<string, unknown>>>> = strings,
): void {
  for (const locale of locales) {
    const missing = missingStrings(found[locale] ?? {});
    if (missing.length > 0) {
      throw new OperatorError(
        `src/i18n/strings/${locale}.json lacks ${formatCount(missing.length, 'string')}, the first “${missing[0]}”. ` +
          'Give it every key of src/i18n/strings/en.json.',
      );
    }
  }
}

const gapsOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).toSorted();

/** Names of sections stand in addresses. */
const addressName = /^[a-z][a-z-]*$/;

/** Returns the fault of a string with the way to fix it; undefined if it has none. */
function faultOf(key: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '')
    return `“${key}” isn’t a text. Write one, or leave it out.`;
  if (!isStringKey(key)) return undefined;
  const gaps = gapsOf(strings.en[key]);
  if (gapsOf(value).join() !== gaps.join()) {
    const wanted = gaps.length > 0 ? `Keep ${gaps.join(' and ')}` : 'Leave out what stands in braces';
    return `“${key}” has other gaps than the program's own text. ${wanted}.`;
  }
  if (key.startsWith('section.') && !addressName.test(value))
    return `“${key}” stands in addresses: write it with the letters a to z and hyphens.`;
  return undefined;
}

function readOverrides(file: string, report: (line: string) => void): Record<string, string> {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new OperatorError(
      `${file} can't be read: ${error instanceof Error ? error.message : String(error)}. Write a JSON object of keys and texts.`,
    );
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found))
    throw new OperatorError(`${file} isn’t a JSON object. Write keys and texts: { "site.tagline": "…" }.`);
  const given = Object.entries(found);
  const faults = given.flatMap(([key, value]) => faultOf(key, value) ?? []);
  if (faults.length > 0)
    throw new OperatorError(`${file} can't be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  const unknown = given.filter(([key]) => !isStringKey(key));
  if (unknown.length > 0)
    report(
      `${file}: the program has no strings ${unknown.map(([key]) => `“${key}”`).join(', ')}; they are ignored.`,
    );
  return Object.fromEntries(given.filter(([key]) => isStringKey(key)) as [string, string][]);
}

/**
 * The strings that the content in `dir` puts in the place of the program's own: single keys in `i18n/<locale>.json`. Says
 * which keys it ignores. Throws an `OperatorError`.
 */
export function readStringOverrides(dir: string, report: (line: string) => void): StringOverrides {
  const folder = path.join(dir, 'i18n');
  if (!existsSync(folder)) return {};
  const found = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const locale = name.slice(0, -'.json'.length);
      if (isLocale(locale)) return [locale, readOverrides(path.join(folder, name), report)];
      throw new OperatorError(
        `${path.join(folder, name)} isn’t for a language of the program. Name it after one: en.json, fr.json, es.json.`,
      );
    });
  return Object.fromEntries(found) as StringOverrides;
}
