import { expect, it } from 'vitest';
import { readSenses } from './read-dictionary';

it('reads the translations of each sense', () => {
  const entry =
    'bourse /buʁs/ <n, fem>\n1. bolsa, zurrón 2.\nPetit sac\n 3.\nBourse des valeurs\n2. Beca\n(Sens figuré) Allocation\n';
  expect(readSenses(entry)).toEqual([['bolsa', 'zurrón'], ['beca']]);
  expect(readSenses('aider /e.de/ <v>\nayudar, auxiliar 2.\nFaciliter\n')).toEqual([['ayudar', 'auxiliar']]);
  expect(readSenses('API <n>\n')).toEqual([]);
});
