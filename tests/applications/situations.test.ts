import { expect, it } from 'vitest';
import { findBroken, situations } from './situations';

/**
 * Besides those in which the service accepts everything, one of so many is played: no factor of their number. All of them
 * are in `npm run test:applications`.
 */
const every = 17;

const chosen = situations.filter(({ line }, at) => line === undefined || at % every === 0);

it('the situations of an application are at least 200, each with a name of its own', () => {
  expect(new Set(situations.map(({ name }) => name)).size).toBe(situations.length);
  expect(situations.length).toBeGreaterThan(200);
});

it(`${chosen.length} situations of an application break no rule`, async () => {
  expect(await findBroken(chosen)).toEqual([]);
});
