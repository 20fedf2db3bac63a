/** Reads the brand of a content folder: `brand/tokens.json` and `brand/logo.svg`, each where the operator has one. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';
import { brandOf, tokensSchema, type Brand, type Tokens } from './brand';
import { contrastFaults } from './contrast';

/** The tokens or the logo of the content can't be used. */
export class BrandError extends OperatorError {
  override readonly name = 'BrandError';
}

/** Bytes: the logo is a part of every visit. */
const largestLogo = 20_000;

/** The text of a file, or undefined where there is none. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new BrandError(
      `${file} can’t be read (${String((error as NodeJS.ErrnoException).code)}). Make it a file that this user may read, or delete it.`,
    );
  }
}

const unusable = (file: string, faults: readonly string[]) =>
  new BrandError(`${file} can’t be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);

function readTokens(file: string): Tokens {
  const text = textOf(file);
  if (text === undefined) return { light: {}, dark: {} };
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    throw unusable(file, [`It is no valid JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
  const read = tokensSchema.safeParse(found);
  if (read.success) return read.data;
  throw unusable(
    file,
    read.error.issues.map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `${[...issue.path, ''].join('.')}${issue.keys.join(', ')}: isn’t known. Use the names of src/brand/default-tokens.json.`
        : `${issue.path.join('.') || 'It'}: ${issue.message}`,
    ),
  );
}

/** Parts that the logo must not have, since they would run code or load files from other hosts. */
const unsafeMarkup =
  /<script|<foreignObject|<!ENTITY|\son\w+\s*=|(?:href|src)\s*=\s*["'](?!#)|url\(\s*["']?(?!#)|@import/i;

function readLogo(file: string): string | undefined {
  const text = textOf(file)?.trim();
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

/**
 * The brand of the content in `dir`; undefined where it has none, which is the program's own. Throws a `BrandError`, also
 * where two colours are too much alike.
 */
export function readBrand(dir: string): Brand | undefined {
  const file = path.join(dir, 'brand', 'tokens.json');
  const tokens = readTokens(file);
  const logo = readLogo(path.join(dir, 'brand', 'logo.svg'));
  const isEmpty = Object.keys(tokens.light).length + Object.keys(tokens.dark).length === 0;
  if (isEmpty && logo === undefined) return undefined;
  const brand = brandOf(tokens, logo);
  const faults = contrastFaults(brand);
  if (faults.length > 0) throw unusable(file, faults);
  return brand;
}
