import { expect, it } from 'vitest';
import { full } from '../test-scope';
import { playSituations, situationFindings, situations } from './situations';

/** Besides those in which the service accepts everything, one of so many is played: no factor of their number. */
const every = 17;

const chosen = full
  ? situations
  : situations.filter(({ answer }, at) => answer === situations[0]?.answer || at % every === 0);

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
