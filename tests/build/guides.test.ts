/** What the guides for editors, in three languages, and for operators tell people to type, is there. */
/** @module-tag core */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandsIn, missingFrom } from './guide-commands';

it.each([
  ['docs/editors.md', 3],
  ['docs/editors.fr.md', 3],
  ['docs/editors.es.md', 3],
  ['docs/operators.md', 30],
])('%s names commands that there are, with options that they have', (file, fewest) => {
  const commands = commandsIn(readFileSync(file, 'utf8'));
  expect(commands.length).toBeGreaterThan(fewest);
  expect(missingFrom(commands)).toEqual([]);
});
