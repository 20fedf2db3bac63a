/** `npm run bench:build`: see `scripts/bench/command.ts`. */
import { runBenchBuild } from './bench/command';

process.exitCode = await runBenchBuild(process.argv.slice(2), process.env, (line) => {
  console.log(line);
});
