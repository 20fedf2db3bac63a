/** Reads and writes the file with the choices of a review, which lies beside the sheet. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../../edit/entry-store';
import { OperatorError } from '@/model/operator-error';
import { nameSource } from '../import-settings';
import { noChoices, reviewChoices, type ReviewChoices } from './choices';

/** The file for a sheet: `missions.review.json`. */
export function choicesPath(file: string): string {
  return path.join(path.dirname(file), `${nameSource(file) ?? path.basename(file)}.review.json`);
}

function parseChoices(text: string, file: string): ReviewChoices {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const result = reviewChoices.safeParse(value);
  if (result.success) return result.data;
  throw new OperatorError(
    `${file} has the choices of a review, and can’t be read.`,
    'Bring back the file as it was, or give it another name to begin the review again.',
  );
}

async function readTextIfAny(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new OperatorError(
      `${file} can’t be read (${error.code ?? error.message}).`,
      'Check whether you may read it.',
    );
  });
}

/** Reads the choices for a sheet; none without a file. Rejects with an `OperatorError`. */
export const readChoices = (sheet: string): Promise<ReviewChoices> => openChoicesFile(sheet).read();

/** Opens the file for a sheet, which is created by the first change. */
export function openChoicesFile(sheet: string) {
  const file = choicesPath(sheet);
  let last: Promise<unknown> = Promise.resolve();
  // The same text gives the same object, so that nothing is planned again for it.
  let known: { readonly text: string | undefined; readonly choices: ReviewChoices } | undefined;
  const read = async (): Promise<ReviewChoices> => {
    const text = await readTextIfAny(file);
    if (known?.text !== text || !known)
      known = { text, choices: text === undefined ? noChoices : parseChoices(text, file) };
    return known.choices;
  };
  const run = async (change: (choices: ReviewChoices) => ReviewChoices) => {
    const before = await read();
    const after = change(before);
    if (after === before) return before;
    const text = `${JSON.stringify(after, null, 2)}\n`;
    await replaceFile(file, text);
    known = { text, choices: after };
    return after;
  };
  return {
    read,
    /**
     * Applies a change to what the file says now, and resolves to the new choices when they are stored. Changes follow one
     * another. If `change` throws, nothing is written.
     */
    change: (change: (choices: ReviewChoices) => ReviewChoices): Promise<ReviewChoices> => {
      const result = last.then(() => run(change));
      last = result.catch(() => undefined);
      return result;
    },
  };
}
