import { describe, expect, it } from 'vitest';
import { shareFigures, figuresByYear, type Figure } from './figures';

const figure = (metric: Figure['metric'], year: number, value: number): Figure => ({
  metric,
  year,
  value,
  precision: 'exact',
  source: 'somewhere',
});

const figures = [
  figure('matched', 2019, 13186),
  figure('registered', 2005, 30000),
  figure('organizations', 2005, 600),
  figure('volunteers-south', 2013, 60),
];

describe('the figures of the service', () => {
  it('stand by year, oldest first, and within a year as the editor has them', () => {
    expect(
      figuresByYear(figures).map(({ year, figures: own }) => [year, own.map(({ value }) => value)]),
    ).toEqual([
      [2005, [30000, 600]],
      [2013, [60]],
      [2019, [13186]],
    ]);
  });

  it('go into a chart only with others of their subject', () => {
    const shares = [...figures, figure('organizations-south', 2005, 55)];
    expect(shareFigures(shares).map(({ value }) => value)).toEqual([55, 60]);
  });

  it('make no chart alone', () => {
    expect(shareFigures(figures)).toEqual([]);
  });
});
