/** `npm run code:report`: prints figures about the source code, and their aims. */
import { runCommand } from './command';

const help = `npm run code:report [-- --ref COMMIT] [--names] [--folders] [--small]

  Prints figures about the source code in src and scripts: TypeScript and Astro, without tests and fixtures (*.test.ts(x),
  *.spec.ts, *.fixture.ts). Folders also count their style sheets. Nothing fails where an aim isn’t reached.

  --ref COMMIT  the same figures of that commit, in a column of their own
  --names       names that several files declare and export, and where
  --folders     folders with more than fifteen files
  --small       files under 60 lines that one file of their folder alone imports
`;

const options = {
  ref: { type: 'string' },
  names: { type: 'boolean', default: false },
  folders: { type: 'boolean', default: false },
  small: { type: 'boolean', default: false },
} as const;

await runCommand({ help, options }, async ({ values }) => {
  // Loaded only now, so that help and a wrong option are answered at once.
  const [{ readCode, readCodeOfCommit }, { folderLines, nameLines, smallFileLines, tableLines }] =
    await Promise.all([import('./code-report/code'), import('./code-report/report')]);
  const code = readCode('.');
  const before =
    values.ref === undefined ? [] : [{ title: values.ref.slice(0, 12), code: readCodeOfCommit(values.ref) }];
  const lines = [
    ...tableLines([{ title: 'now', code }, ...before]),
    'Without tests and fixtures: *.test.ts(x), *.spec.ts, *.fixture.ts.',
    ...(values.names ? ['', 'Names that several files export', ...nameLines(code)] : []),
    ...(values.folders ? ['', 'Large folders', ...folderLines(code)] : []),
    ...(values.small ? ['', 'Small files', ...smallFileLines(code)] : []),
  ];
  for (const line of lines) console.log(line);
  return 0;
});
