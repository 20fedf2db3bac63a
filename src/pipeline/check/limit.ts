import { OperatorError } from '@/model/operator-error';

/** How many entries of a type, or pictures, may be left out before the build stops. */
export interface Limit {
  readonly entries: number;
  /** Share of all of them, 0 to 1. */
  readonly share: number;
}

/** Past two entries or two per cent of a type, something is wrong with more than an entry. */
export const defaultLimit: Limit = { entries: 2, share: 0.02 };

/** How many of so many may be left out. */
export function allowedOf({ entries, share }: Limit, all: number): number {
  return Math.max(entries, Math.floor(share * all));
}

/** Said when `CONTENT_LEFT_OUT_LIMIT` can't be read. */
export class LimitError extends OperatorError {
  override readonly name = 'LimitError';
}

/** Reads `CONTENT_LEFT_OUT_LIMIT`: a number of entries and a share, `2,2%`. Throws `LimitError`. */
export function parseLimit(value: string | undefined): Limit {
  if (value === undefined || value === '') return defaultLimit;
  const match = /^\s*(\d+)\s*,\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(value);
  const [, entries, percent] = match ?? [];
  if (entries === undefined || percent === undefined || Number(percent) > 100) {
    throw new LimitError(
      `CONTENT_LEFT_OUT_LIMIT is "${value}". Write it as entries and per cent, for example 2,2% (the default).`,
    );
  }
  return { entries: Number(entries), share: Number(percent) / 100 };
}
