/** `npm run recipes`: makes the changes that CONTRIBUTING.md explains on copies of the project. */
import { runCommand } from './command';

const help = `npm run recipes [-- --only NAME]

  Makes each change of “How to…” in CONTRIBUTING.md on a copy of the project in .local/recipes, builds the copy with a
  small content, looks for the change in the built site, and counts the files that were touched. Tests and content don’t
  count, and the strings in three languages count as one file. Exit code 1 if a change is missing or touches too many.

  --only NAME    field, page kind, language, source, form service, ranking or brand
`;

const options = { only: { type: 'string', default: '' } } as const;

await runCommand({ help, options }, async ({ values }) => {
  // Loaded only now: help and a wrong option are answered at once.
  const [{ recipes }, { tryRecipe }] = await Promise.all([
    import('./recipes/recipes'),
    import('./recipes/try-recipe'),
  ]);
  let faults = 0;
  for (const recipe of recipes.filter(({ name }) => values.only === '' || name === values.only)) {
    const root = `.local/recipes/${recipe.name.replace(' ', '-')}`;
    const { name, files, maxFiles, fault } = await tryRecipe(recipe, root);
    console.log(`${name}: ${files.length} files (at most ${maxFiles}), ${fault ?? 'seen in the built site'}`);
    for (const file of files) console.log(`  ${file}`);
    if (fault !== undefined || files.length > maxFiles) faults += 1;
  }
  return faults === 0 ? 0 : 1;
});
