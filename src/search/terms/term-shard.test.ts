import { expect, it } from 'vitest';
import { encodeStem, packPosting, type PackedStem } from './build/encode-stem';
import { fields, readShard, type StemEntry } from './term-shard';

const teach: StemEntry = {
  stem: 'teach',
  forms: new Map([
    [
      'teacher',
      [
        { serial: 0, field: fields.title },
        { serial: 9000, field: fields.filed },
      ],
    ],
    ['teaching', [{ serial: 7, field: fields.text }]],
    ['taught', [{ serial: 8, field: fields.organization }]],
  ]),
};
const plus: StemEntry = { stem: 'c++', forms: new Map([['c++', [{ serial: 3, field: fields.text }]]]) };

const packed = ({ stem, forms }: StemEntry): PackedStem => ({
  stem,
  forms: [...forms].map(([form, postings]) => [
    form,
    postings.map(({ serial, field }) => packPosting(serial, field)),
  ]),
});

it('reads what was encoded', () => {
  const shard = readShard([plus, teach].map(packed).map(encodeStem).join('\n'));
  expect(shard.stems).toEqual(['c++', 'teach']);
  expect(shard.read('teach')).toEqual(teach);
  expect(shard.read('c++')).toEqual(plus);
  expect(shard.read('team')).toBeUndefined();
  expect(shard.forms().get('taught')).toBe('teach');
});
