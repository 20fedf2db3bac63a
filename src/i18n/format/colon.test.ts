import { expect, it } from 'vitest';
import { colon } from './colon';

it('writes a colon as each language does', () => {
  expect(`Enregistrer${colon('fr')}Écrire un conte`).toBe('Enregistrer\u00a0: Écrire un conte');
  expect(`Save${colon('en')}Write a tale`).toBe('Save: Write a tale');
});
