import { describe, expect, it } from 'vitest';
import { layOutAddress, printedAddress } from './printed-address';

const sizes = [19, 17, 15, 13, 12, 11, 10, 9, 8];
const long =
  'volunteer.example.org/es/c/traduce-graba-y-relee-los-avisos-de-cuatrocientos-pueblos-de-la-costa';

it('printedAddress leaves out the parts that browsers add', () => {
  expect(printedAddress('https://example.org/fr/c/eau/')).toBe('example.org/fr/c/eau');
});

describe('layOutAddress', () => {
  it('has one line where that fits', () => {
    expect(layOutAddress('example.org/fr/c/eau', 300, sizes, 700).lines).toEqual(['example.org/fr/c/eau']);
  });

  it('has the last part on its own where one line would be small', () => {
    const { lines } = layOutAddress('volunteer.example.org/fr/c/lire-les-vieux-carnets', 240, sizes, 700);
    expect(lines).toEqual(['volunteer.example.org/fr/c/', 'lire-les-vieux-carnets']);
  });

  it('has more lines instead of small letters where there is room, each of which begins with its hyphen', () => {
    const { lines, size } = layOutAddress(long, 300, sizes, 700, 66);
    expect(size).toBeGreaterThanOrEqual(12);
    expect(lines.length).toBeLessThanOrEqual(4);
    expect(lines.join('')).toBe(long);
    expect(lines.slice(2).every((line) => line.startsWith('-'))).toBe(true);
  });

  it('has smaller letters where there is no room for more lines', () => {
    const { lines, size } = layOutAddress(long, 340, sizes, 700);
    expect(lines).toHaveLength(2);
    expect(size).toBeLessThan(12);
  });
});
