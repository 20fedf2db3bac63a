import path from 'node:path';
import { expect, it } from 'vitest';
import { runDir } from '../test/run-folder';
import { temporaryFolder } from '../test/temporary-folder';
import { diagnoseComponents, type Finding } from './diagnose';

// Below the project, so that Astro's types are found.
const folder = temporaryFolder('each', runDir);

const told = ({ file, line, column, message }: Finding) =>
  `${path.basename(file)}:${line}:${column} ${message}`;

it('tells what is wrong with types in a component, its scripts and what it gives to others', () => {
  const files = {
    'tsconfig.json': JSON.stringify({
      extends: path.resolve('tsconfig.json'),
      compilerOptions: { types: [] },
      include: ['*.astro'],
      exclude: [],
    }),
    'Row.astro': `---
interface Props {
  title: string;
  count?: number;
}
const { title, count } = Astro.props;
if (count === 0) return;
---
<h2 class="a" class="b">{title}{count}</h2>
<script>
  import { port } from './port';
  port.toFixed();
</script>
`,
    'port.ts': 'export const port = 1;\n',
    'Page.astro': `---
import Row from './Row.astro';
const unread = 1;
---

<Row title={1} />
<Row />
<p>{nothing}</p>
<script>
  import { port } from './port';
  port.toUpperCase();
</script>
<script is:inline>self.x = 1;</script>
`,
  };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  const { checked, findings } = diagnoseComponents(folder.at('tsconfig.json'));
  expect(checked).toBe(2);
  expect(findings.map(told)).toEqual([
    "Page.astro:3:7 'unread' is declared but its value is never read. (TS6133)",
    "Page.astro:6:6 Type 'number' is not assignable to type 'string'. (TS2322)",
    expect.stringMatching(/^Page\.astro:7:2 .*\n.*'title' is missing in type .* \(TS2322\)$/),
    "Page.astro:8:5 Cannot find name 'nothing'. (TS2304)",
    "Page.astro:11:8 Property 'toUpperCase' does not exist on type '1'. (TS2339)",
    'Page.astro:13:19 The policy of pages refuses such a script. Write <script> without attributes.',
  ]);
}, 60_000);
