/** Reads the brand of a content folder: `brand/tokens.json`, the fonts that it names, and `brand/logo.svg`. */
import path from 'node:path';
import type { z } from 'zod';
import { brandOf, tokensSchema, type Brand, type Tokens } from './brand';
import { readBrandFile, unusable } from './read-brand-file';
import { contrastFaults } from './contrast';

/** Bytes: the logo is a part of every visit. */
const largestLogo = 20_000;

/** The faults of a file of tokens, as sentences. `above` are the keys that lead to the place. */
function sentencesOf(issues: readonly z.core.$ZodIssue[], above: readonly PropertyKey[] = []): string[] {
  return issues.flatMap((issue) => {
    const place = [...above, ...issue.path];
    // Of the ways to give a typeface, the last has files, of which more can be wrong.
    if (issue.code === 'invalid_union') return sentencesOf(issue.errors.at(-1) ?? [], place);
    if (issue.code !== 'unrecognized_keys') return `${place.join('.') || 'It'}: ${issue.message}`;
    const known =
      place[0] === 'typeface' ? 'family, regular and bold' : 'the names of src/brand/default-tokens.json';
    return `${[...place, ''].join('.')}${issue.keys.join(', ')}: isn’t known. Use ${known}.`;
  });
}

function readTokens(file: string): Tokens {
  const text = readBrandFile(file)?.toString();
  if (text === undefined) return { light: {}, dark: {} };
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    throw unusable(file, [`It is no valid JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
  const read = tokensSchema.safeParse(found);
  if (read.success) return read.data;
  throw unusable(file, sentencesOf(read.error.issues));
}

/** Parts that the logo must not have, since they would run code or load files from other hosts. */
const unsafeMarkup =
  /<script|<foreignObject|<!ENTITY|\son\w+\s*=|(?:href|src)\s*=\s*["'](?!#)|url\(\s*["']?(?!#)|@import/i;

/** Width and height of an SVG, as its viewBox gives them. */
const sizeOf = (svg: string): readonly number[] =>
  (/<svg[^>]*\sviewBox=["']([^"']*)/.exec(svg)?.[1] ?? '')
    .trim()
    .split(/[\s,]+/)
    .slice(2)
    .map(Number);

/** The longer side of a logo divided by the shorter, at most. */
const largestRatio = 1.25;

/** Says how the logo appears where it is far from square: its room is, in the header as on a phone's home screen. */
function reportShape(file: string, svg: string, report: (line: string) => void): void {
  const [width = 0, height = 0] = sizeOf(svg);
  if (Math.max(width, height) <= largestRatio * Math.min(width, height)) return;
  report(
    `${file} is ${width} by ${height}: the header and the site’s icon have a square for it, in which it is small. Draw a square one.`,
  );
}

function readLogo(file: string): string | undefined {
  const text = readBrandFile(file)?.toString().trim();
  if (text === undefined) return undefined;
  const faults: string[] = [];
  if (!/<svg[\s>]/.test(text)) faults.push('It is no SVG. Save the logo as a plain SVG.');
  else if (!/<svg[^>]*\sviewBox=/.test(text))
    faults.push('It has no viewBox. Give the <svg> element one, such as viewBox="0 0 32 32".');
  if (unsafeMarkup.test(text))
    faults.push(
      'It has a script, or loads something. Leave only shapes, without links and embedded pictures.',
    );
  if (Buffer.byteLength(text) > largestLogo)
    faults.push(
      `It has ${Buffer.byteLength(text)} bytes, and at most ${largestLogo} are allowed. Simplify it.`,
    );
  if (faults.length > 0) throw unusable(file, faults);
  return text;
}

async function typefaceOf(folder: string, { typeface }: Tokens): Promise<Brand['typeface']> {
  if (typeof typeface !== 'object') return typeface;
  // Imported when needed, since few sites have fonts to read.
  return (await import('./read-typeface')).readTypeface(folder, typeface);
}

/**
 * The brand of the content in `dir`; undefined where it has none, which is the program's own. Reports a logo that isn't
 * square. Rejects with a `BrandError`, also where two colours are too much alike.
 */
export async function readBrand(dir: string, report?: (line: string) => void): Promise<Brand | undefined> {
  const folder = path.join(dir, 'brand');
  const file = path.join(folder, 'tokens.json');
  const tokens = readTokens(file);
  const logoFile = path.join(folder, 'logo.svg');
  const logo = readLogo(logoFile);
  if (logo !== undefined && report) reportShape(logoFile, logo, report);
  const typeface = await typefaceOf(folder, tokens);
  const isEmpty = Object.keys(tokens.light).length + Object.keys(tokens.dark).length === 0;
  if (isEmpty && logo === undefined && typeface === undefined) return undefined;
  const brand = brandOf(tokens, { logo, typeface });
  const faults = contrastFaults(brand);
  if (faults.length > 0) throw unusable(file, faults);
  return brand;
}
