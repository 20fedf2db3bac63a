/** How many random inputs a test tries: all of them in `npm run test:full`, a tenth in `npm test`. */
export const randomRuns = (all: number): number =>
  process.env['TEST_ALL_RUNS'] === '1' ? all : Math.ceil(all / 10);
