/** `npm run bench -- editing`: counts what it takes to write an opportunity in Contentful's form. */
import { runCommand } from './command';

const help = `npm run bench -- editing

  Writes an opportunity of the sample in three languages in a page like Contentful's form: as it was with JSON and ids,
  and as it is with the app. Prints how many actions each took, and how many codes had to be typed.
`;

await runCommand({ help }, async () => {
  // Loaded only now, so that help and a wrong option are answered at once.
  const { benchEditing } = await import('./bench/editing/bench-editing');
  const { ensureBrowser } = await import('./install/browser');
  const print = (line: string) => {
    console.log(line);
  };
  await benchEditing(ensureBrowser(print), print);
  return 0;
});
