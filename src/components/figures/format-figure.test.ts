import { describe, expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import type { Figure } from '@/model/figures';
import { metrics } from '@/model/vocabularies/metrics';
import { figureName, formatFigureParts, formatFigure } from './format-figure';

const figure: Figure = {
  metric: 'registered',
  value: 30000,
  precision: 'about',
  year: 2005,
  source: 'fact-sheet-2005',
};

describe('a figure in words', () => {
  it('says how exact it is, apart from the number', () => {
    const parts = { before: 'about ', number: '30,000', after: '' };
    expect(formatFigureParts(translator('en'), figure)).toMatchObject(parts);
    const engaged = { ...figure, metric: 'engaged', value: 50, precision: 'over' } as const;
    expect(formatFigure(translator('es'), engaged)).toBe('más del 50\u00a0%');
    expect(formatFigure(translator('fr'), { ...figure, precision: 'exact' })).toBe('30\u202f000');
  });

  it('has its year and what it counts', () => {
    expect(figureName(translator('en'), figure)).toBe('2005, people registered');
  });

  it.each(locales)('has a name for everything that is counted (%s)', (locale) => {
    const t = translator(locale);
    for (const metric of metrics) {
      expect(t.maybe(`metric.${metric}`), metric).toBeDefined();
      expect(t.maybe(`metric.${metric}.name`), metric).toBeDefined();
    }
  });
});
