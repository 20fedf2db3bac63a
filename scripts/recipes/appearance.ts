/** Recipes for results and looks: the ranking of the search, the brand of a site. */
import type { Recipe } from './recipe';

export const changeRanking: Recipe = {
  name: 'ranking',
  maxFiles: 1,
  change: (copy) => copy.replace('src/search/ranking.ts', 'field: { title: 5,', 'field: { title: 5.4321,'),
  // The browser gets the weights with the code of the search.
  shows: { file: 'assets/*.js', text: '5.4321' },
};

/** Another name, another colour and another logo. */
export const changeBrand: Recipe = {
  name: 'brand',
  maxFiles: 3,
  async change(copy) {
    await copy.replace(
      'content/settings/site.yml',
      'name: Online Volunteering',
      'name: Helping Far and Wide',
    );
    await copy.write('content/brand/tokens.json', '{ "light": { "focus": "#12507a" } }\n');
    await copy.write(
      'content/brand/logo.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="14" /></svg>\n',
    );
  },
  shows: { file: 'assets/site.*.css', text: '#12507a' },
};
