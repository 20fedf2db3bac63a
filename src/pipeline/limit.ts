import { defaultLimit, type Limit } from './accept';

/** Said when `CONTENT_LEFT_OUT_LIMIT` can't be read. */
export class LimitError extends Error {
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
