import { describe, expect, it } from 'vitest';
import { fitStore, profileFromAnswers } from './fit-store';

const at = '2026-11-25T12:00:00.000Z';

describe('answers', () => {
  it.each([
    { id: 'language.fr', value: 'good' },
    { id: 'skill.data-entry', value: 'solid' },
    { id: 'from.SN', value: 'yes' },
    { id: 'hours', value: '5' },
  ])('are read: $id $value', (answer) => {
    expect(fitStore.readItem({ ...answer, at, more: 1 })).toEqual({ ...answer, at });
  });

  it.each([
    { id: 'language.xx', value: 'good', at },
    { id: 'language.fr', value: 'superb', at },
    { id: 'language.fr.good', value: 'good', at },
    { id: 'skill.juggling', value: 'some', at },
    { id: 'from.Senegal', value: 'yes', at },
    { id: 'hours.fr', value: '5', at },
    { id: 'hours', value: '2-5', at },
    { id: 'hours', value: '40', at },
    { id: 'constructor', value: 'x', at },
    { id: 'language.fr', value: 'good', at: 'yesterday' },
    { id: 1, value: {}, at },
  ])('of a stranger are not: $id $value $at', (answer) => {
    expect(fitStore.readItem(answer)).toBeUndefined();
  });

  it('make a profile', () => {
    const items = [
      { id: 'language.fr', value: 'good', at },
      { id: 'skill.statistics', value: 'some', at },
      { id: 'from.SN', value: 'yes', at },
      { id: 'hours', value: '5', at },
    ];
    expect(profileFromAnswers(items)).toEqual({
      languages: new Map([['fr', 'good']]),
      skills: new Map([['statistics', 'some']]),
      hours: '5',
      from: new Set(['SN']),
    });
  });
});
