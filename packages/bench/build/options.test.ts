import { expect, it } from 'vitest';
import { readBenchBuildOptions } from './options';

const none = { sample: false, changes: false, live: false, hugo: false, 'fresh-pictures': false };

it('takes several sizes, or the sample', () => {
  expect(readBenchBuildOptions({ ...none, opportunities: '100,300', hugo: true })).toEqual({
    sizes: [100, 300],
    freshPictures: false,
    changes: false,
    live: false,
    hugo: true,
  });
  expect(readBenchBuildOptions({ ...none, sample: true, live: true })).toMatchObject({
    sizes: [],
    live: true,
  });
});

it.each([
  [{}, 'Give either --opportunities with how many, or --sample.'],
  [{ opportunities: '0' }, '--opportunities is “0”. Give a whole number from 1 to 50000.'],
  [{ sample: true, changes: true }, '--changes changes generated content: give --opportunities too.'],
  [{ opportunities: '9,8', live: true }, '--live measures saves of one size'],
  [{ sample: true, hugo: true }, '--hugo is compared with builds of generated content'],
])('refuses %j: %s', (values, message) => {
  expect(() => readBenchBuildOptions({ ...none, ...values })).toThrow(message);
});
