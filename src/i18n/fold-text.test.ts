import { expect, it } from 'vitest';
import { foldText } from './fold-text';

it('leaves out accents and capitals', () => {
  expect(foldText('Côte d’Ivoire')).toBe('cote d’ivoire');
});
