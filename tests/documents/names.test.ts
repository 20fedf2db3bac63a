/** Names of types: one for each thing (docs/glossary.md). */
import { expect, it } from 'vitest';
import { readCode } from '@scripts/code-report/code';
import { namesUsedTwice } from '@scripts/code-report/measures';

it('no two files export a type of the same name', () => {
  expect(namesUsedTwice(readCode('.'), { typesOnly: true })).toEqual(new Map());
});
