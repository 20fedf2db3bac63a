import { describe, expect, it } from 'vitest';
import { createCollator, formatDay, formatList, formatPercent } from './format';
import { locales } from '../locales';
import { formatHours, formatNumber } from './number';
import { capitalize, countryName, languageName, regionName } from '../names';
import { translator } from '../translate';

describe('days', () => {
  it('are written as each language does', () => {
    expect(formatDay('en', '2026-12-02')).toBe('2\u00a0December 2026');
    expect(formatDay('fr', '2026-12-02')).toBe('2\u00a0décembre 2026');
    expect(formatDay('es', '2026-12-02')).toBe('2\u00a0de\u00a0diciembre de 2026');
  });

  it('count the first of a month in French', () => {
    expect(formatDay('fr', '2026-01-01')).toBe('1er\u00a0janvier 2026');
    expect(formatDay('fr', '2026-01-11')).toBe('11\u00a0janvier 2026');
  });
});

describe('names and numbers', () => {
  it('are in the reader’s language', () => {
    expect(countryName(translator('fr'), 'SN')).toBe('Sénégal');
    expect(regionName(translator('es'), '002')).toBe('África');
    expect(languageName(translator('fr'), 'es')).toBe('espagnol');
    expect(capitalize(translator('fr'), 'espagnol')).toBe('Espagnol');
    expect(formatPercent('fr', 55)).toBe('55\u00a0%');
  });

  it('group digits as the texts do', () => {
    expect(formatNumber('en', 30_000)).toBe('30,000');
    expect(formatNumber('fr', 30_000)).toBe('30\u202f000');
    expect(formatNumber('es', 30_000)).toBe('30\u202f000');
    expect(formatNumber('es', 4000)).toBe('4000');
    expect(formatNumber('es', 2.5)).toBe('2,5');
  });

  it('stand in a list as a sentence has them', () => {
    expect(formatList('en', ['task', 'cause', 'hours'])).toBe('task, cause and hours');
    expect(formatList('fr', ['même tâche', 'même cause'])).toBe('même tâche et même cause');
    expect(formatList('es', ['misma tarea'])).toBe('misma tarea');
  });

  it('sort accents where readers look for them', () => {
    expect(['Zoo', 'Écho', 'Eau', 'Arc'].toSorted(createCollator('fr'))).toEqual([
      'Arc',
      'Eau',
      'Écho',
      'Zoo',
    ]);
  });
});

describe('hours', () => {
  it('are a range, or one number', () => {
    expect(formatHours('en', 3, 5, '30 minutes to')).toBe('3–5');
    expect(formatHours('fr', 1.5, 1.5, '30 minutes à')).toBe('1,5');
  });

  it('from half an hour on are said in words', () => {
    for (const locale of locales)
      expect(formatHours(locale, 0.5, 1, translator(locale)('facts.hours.half'))).toMatch(
        /^(?:De )?30 minut.* 1$/u,
      );
  });
});
