import { OperatorError } from '@/model/operator-error';

/** The tokens, the logo or the typeface of the content can't be used. */
export class BrandError extends OperatorError {
  override readonly name = 'BrandError';
}

/** The error of a file, with everything that is wrong with it. */
export const unusable = (file: string, faults: readonly string[]): BrandError =>
  new BrandError(`${file} can’t be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
