import { describe, expect, it } from 'vitest';
import { barWidth } from './bar-chart';

describe('the width of a bar', () => {
  it('is its share of the largest', () => {
    expect(barWidth(30000, 30000)).toBe(100);
    expect(barWidth(13186, 30000)).toBe(44);
    expect(barWidth(11328, 30000)).toBe(37.8);
    expect(barWidth(0, 100)).toBe(0);
  });

  it('stays within the chart', () => {
    expect(barWidth(120, 100)).toBe(100);
    expect(barWidth(-1, 100)).toBe(0);
    expect(barWidth(5, 0)).toBe(0);
  });
});
