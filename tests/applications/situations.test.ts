import { expect, it } from 'vitest';
import { playSituations, situationFindings, situations } from './situations';

/**
 * Besides those in which the service accepts everything, one of so many is played: no factor of their number. All of them
 * are in `npm run test:applications`.
 */
const every = 17;

const chosen = situations.filter(({ answer }, at) => answer === situations[0]?.answer || at % every === 0);

it('the situations of an application are at least 200, each with a name of its own', () => {
  expect(new Set(situations.map(({ name }) => name)).size).toBe(situations.length);
  expect(situations.length).toBeGreaterThan(200);
});

it(`${chosen.length} situations of an application break no rule`, async () => {
  expect(situationFindings(await playSituations(chosen))).toEqual([]);
});
