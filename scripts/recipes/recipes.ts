/** The recipes, in the order of CONTRIBUTING.md. Each changes as little as the change needs. */
import { changeBrand, changeRanking } from './appearance';
import { addFormService, addSource } from './connections';
import { addField, addLanguage, addPageKind } from './pages';
import type { Recipe } from './recipe';

export const recipes: readonly Recipe[] = [
  addField,
  addPageKind,
  addLanguage,
  addSource,
  addFormService,
  changeRanking,
  changeBrand,
];
