import { describe, expect, it } from 'vitest';
import { zonePlaceName } from './zone-places';

describe('places of time zones', () => {
  it.each([
    ['fr', 'Africa/Addis_Ababa', 'Addis-Abeba'],
    ['es', 'Africa/Addis_Ababa', 'Adís Abeba'],
    ['en', 'Asia/Katmandu', 'Kathmandu'],
    ['fr', 'Asia/Katmandu', 'Katmandou'],
    ['es', 'Asia/Kathmandu', 'Katmandú'],
  ] as const)('%s: %s is %s', (locale, zone, place) => {
    expect(zonePlaceName(locale, zone)).toBe(place);
  });

  it('leaves a zone whose own name is right', () => {
    expect(zonePlaceName('fr', 'Africa/Niamey')).toBeUndefined();
  });
});
