/** The first half of `npm run typecheck`: checks the types in Astro's components, which TypeScript alone can't read. */
import { runCommand } from './command';

const help = `node --import tsx scripts/astro-types.ts

  Checks the types in Astro’s components, scripts included. The types of the content’s collections must be there:
  npm run typecheck makes them first.
`;

await runCommand({ help }, async () => {
  // Loaded only now, so that help and a wrong option are answered at once.
  const { diagnoseComponents } = await import('./astro-types/diagnose');
  const { checked, findings } = diagnoseComponents('scripts/tsconfig.astro.json');
  for (const { file, line, column, message } of findings)
    console.log(`${file}:${line}:${column} - ${message}`);
  console.log(`${checked} components, ${findings.length} with something wrong`);
  return findings.length === 0 ? 0 : 1;
});
