import { expect, it } from 'vitest';
import { full } from '../extent';
import { playSituations, situationFindings, situations } from './situations';

/** One of so many is played; the number has no factor in common with that of what happens around each answer. */
const every = 11;

const chosen = full
  ? situations
  : situations.filter(({ around }, at) => around.isRare === true || at % every === 0);

it('are at least 200, each with a name of its own', () => {
  expect(new Set(situations.map(({ name }) => name)).size).toBe(situations.length);
  expect(situations.length).toBeGreaterThan(200);
});

it(
  `break no rule (${chosen.length} of them)`,
  async () => {
    expect(situationFindings(await playSituations(chosen))).toEqual([]);
  },
  full ? 600_000 : 60_000,
);
