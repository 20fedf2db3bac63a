import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recipes } from './recipes';
import { applyRecipe } from './try-recipe';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recipes-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Whether the change shows in a built site is for `npm run recipes`, which builds each copy. */
describe('recipes', () => {
  it.each(recipes)('$name fits the code, and touches as few files as it promises', async (recipe) => {
    const copy = await applyRecipe(recipe, path.join(folder, recipe.name));
    expect(copy.changed.length).toBeGreaterThan(0);
    expect(copy.changed.length).toBeLessThanOrEqual(recipe.maxFiles);
  });

  it('refuses a change that no longer fits', async () => {
    const [recipe] = recipes;
    if (recipe === undefined) throw new Error('There is no recipe.');
    const outdated = {
      ...recipe,
      change: (copy: Parameters<typeof recipe.change>[0]) =>
        copy.insertAfter('src/i18n/locales.ts', 'no such line', 'text'),
    };
    await expect(applyRecipe(outdated, path.join(folder, 'outdated'))).rejects.toThrow(
      /src\/i18n\/locales\.ts has “no such line” 0 times/,
    );
  });
});
