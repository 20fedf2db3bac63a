/** `npm run compare:builds -- A B`: compares two builds, which may contain the same site. */
import { existsSync } from 'node:fs';
import { UsageError } from '@/terminal/command-line';
import { runCommand } from './command';
import { readBuildFolder } from './compare-builds/build-folder';
import { compareBuilds, isSameSite } from './compare-builds/compare';
import { reportLines } from './compare-builds/report';

const help = `npm run compare:builds -- A B

  Compares two folders of builds file by file, byte by byte, but for what changes when code is only moved or renamed:
  names and hashes of scripts and style sheets, and what islands are given. A page must still get the same HTML and, over
  all its style sheets, the same CSS. Scripts are counted and not compared. Exit code 1 where something differs.
`;

await runCommand({ help, allowPositionals: true }, ({ positionals }) => {
  const [dirA, dirB, ...others] = positionals;
  if (dirA === undefined || dirB === undefined || others.length > 0)
    throw new UsageError('Give two folders, each with a build.');
  for (const dir of [dirA, dirB]) {
    if (!existsSync(dir)) throw new UsageError(`There is no folder “${dir}”.`);
  }
  const [a, b] = [readBuildFolder(dirA), readBuildFolder(dirB)];
  const comparison = compareBuilds(a, b);
  for (const line of reportLines(comparison, a, b)) console.log(line);
  return Promise.resolve(isSameSite(comparison) ? 0 : 1);
});
