import { describe, expect, it } from 'vitest';
import { moveItem, nameOf, readNumber, valueAt, withValue } from './values';

describe('the values of a form', () => {
  const fields = { en: { title: 'A' }, skills: [{ skill: 'law', level: 'solid' }], closes: { zone: 'UTC' } };

  it('are found by their place', () => {
    expect(valueAt(fields, ['skills', 0, 'level'])).toBe('solid');
    expect(valueAt(fields, ['fr', 'title'])).toBeUndefined();
    expect(nameOf(['skills', 0, 'level'])).toBe('skills.0.level');
  });

  it('change alone', () => {
    const changed = withValue(fields, ['skills', 0, 'level'], 'basic');
    expect(changed).toEqual({ ...fields, skills: [{ skill: 'law', level: 'basic' }] });
    expect(changed['en']).toBe(fields.en);
    expect(withValue({}, ['fr', 'title'], 'B')).toEqual({ fr: { title: 'B' } });
  });

  it('are left out once they are empty, with the group around them', () => {
    expect(withValue(fields, ['closes', 'zone'], undefined)).toEqual({
      en: fields.en,
      skills: fields.skills,
    });
    expect(withValue(fields, ['en', 'title'], '')).toEqual({ skills: fields.skills, closes: fields.closes });
    expect(withValue({ a: '1' }, ['a'], undefined)).toEqual({});
  });

  it('keep a row in which nothing is left', () => {
    expect(withValue({ questions: ['One?', 'Two?'] }, ['questions', 1], '')).toEqual({
      questions: ['One?', ''],
    });
  });
});

it('an item moves within its list', () => {
  expect(moveItem(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moveItem(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
});

it.each([
  ['2,5', 2.5],
  [' 40 ', 40],
  ['-3', -3],
  ['2h', undefined],
  ['', undefined],
])('%j is the number %j', (text, number) => {
  expect(readNumber(text)).toBe(number);
});
