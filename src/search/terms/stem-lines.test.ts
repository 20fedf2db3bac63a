import { expect, it } from 'vitest';
import { encodeStem, readStemFile, type StemEntry } from './stem-lines';

const teach: StemEntry = {
  stem: 'teach',
  forms: new Map([
    [
      'teacher',
      [
        { serial: 0, weight: 5 },
        { serial: 9000, weight: 0.4 },
      ],
    ],
    ['teaching', [{ serial: 7, weight: 1 }]],
    ['taught', [{ serial: 8, weight: 3 }]],
  ]),
};
const plus: StemEntry = { stem: 'c++', forms: new Map([['c++', [{ serial: 3, weight: 1 }]]]) };

it('reads what was encoded', () => {
  const { read, stemOf } = readStemFile([plus, teach].map(encodeStem).join('\n'));
  expect(read('teach')).toEqual(teach);
  expect(read('c++')).toEqual(plus);
  expect(read('team')).toBeUndefined();
  expect(stemOf.get('taught')).toBe('teach');
});

it('rounds weights down to levels', () => {
  const postings = [0.4, 4, 6, 40].map((weight, serial) => ({ serial, weight }));
  const { read } = readStemFile(encodeStem({ stem: 'a', forms: new Map([['a', postings]]) }));
  expect(
    read('a')
      ?.forms.get('a')
      ?.map(({ weight }) => weight),
  ).toEqual([0.4, 3, 5, 15]);
});
