/** Reads a file of questions with the opportunities that answer them, as an operator writes it. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { decodeText, EncodingError } from '@/sources/files/decode-text';
import { parseYaml, YamlError } from '@/sources/files/parse-yaml';
import type { JudgedQuestion } from '@scripts/bench/questions/questions';
import { LabError } from './open-lab';

const hint = 'Write it as npm run search:lab -- --help shows.';

const ids = z.array(z.string().min(1)).default([]);

const questionsSchema = z
  .array(z.strictObject({ question: z.string().trim().min(1), full: ids, partly: ids }))
  .min(1);

async function readData(file: string): Promise<unknown> {
  try {
    return parseYaml(decodeText(await readFile(file)));
  } catch (error) {
    if (error instanceof YamlError || error instanceof EncodingError)
      throw new LabError(`${file} ${error.message}.`, hint);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new LabError(`${file} can’t be read (${code}).`, 'Give --questions the path of a file.');
  }
}

/**
 * Reads the questions of a YAML or JSON file. `known` are the ids of all opportunities. Rejects with a `LabError` that says
 * which question is wrong.
 */
export async function readJudgedQuestions(
  file: string,
  known: ReadonlySet<string>,
): Promise<JudgedQuestion[]> {
  const { data, error } = questionsSchema.safeParse(await readData(file));
  if (error) throw new LabError(`${file} can’t be used:\n${z.prettifyError(error)}`, hint);
  return data.map(({ question, full, partly }, index) => {
    const where = `${file}: question ${index + 1} (“${question}”)`;
    const all = [...full, ...partly];
    if (all.length === 0)
      throw new LabError(`${where} has no answer.`, 'Name at least one opportunity under full or partly.');
    const unknown = all.filter((id) => !known.has(id));
    if (unknown.length > 0)
      throw new LabError(
        `${where} names ${unknown.join(', ')}, which the content doesn’t have.`,
        'Correct it: an id is the name of an opportunity’s file without .yml.',
      );
    const twice = all.find((id, place) => all.indexOf(id) !== place);
    if (twice !== undefined)
      throw new LabError(`${where} names ${twice} twice.`, 'Leave it under full or under partly, once.');
    const grades = all.map((id): [string, 1 | 2] => [id, full.includes(id) ? 2 : 1]);
    return { text: question, grades: new Map(grades) };
  });
}
