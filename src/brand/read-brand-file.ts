/** Reads the files of a brand, and says what is wrong with them. */
import { readFileSync } from 'node:fs';
import { OperatorError } from '@/model/operator-error';

/** The tokens, the logo or the typeface of the content can't be used. */
export class BrandError extends OperatorError {
  override readonly name = 'BrandError';
}

/** The error of a file, with everything that is wrong with it. */
export const unusable = (file: string, faults: readonly string[]): BrandError =>
  new BrandError(`${file} can’t be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);

/** The bytes of a file; undefined where there is none. Throws a `BrandError` where it can't be read. */
export function readBrandFile(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new BrandError(`${file} can’t be read (${String(code)}). Make it a file that this user may read.`);
  }
}
