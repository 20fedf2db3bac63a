/** The rows of the report, in their order. Another figure is another row. */
import type { Code } from './code';
import { largeFolders, median, namesUsedTwice, smallFiles } from './measures';

export interface ReportRow {
  readonly name: string;
  readonly count: (code: Code) => number;
  /** The most that there should be. */
  readonly aim?: number;
}

export const mostInFolder = 15;

/** Shorter files than this could be part of the one that imports them. */
export const smallLines = 60;

const inFolder = ({ files }: Code, folder: string) =>
  files.filter(({ path }) => path.startsWith(`${folder}/`));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const linesIn = (code: Code, folder: string) => sum(inFolder(code, folder).map(({ lines }) => lines));

export const rows: readonly ReportRow[] = [
  { name: 'lines, src and scripts', count: ({ files }) => sum(files.map(({ lines }) => lines)), aim: 46_000 },
  { name: 'lines, src', count: (code) => linesIn(code, 'src'), aim: 36_000 },
  { name: 'lines, scripts', count: (code) => linesIn(code, 'scripts') },
  { name: 'files, src', count: (code) => inFolder(code, 'src').length, aim: 560 },
  { name: 'files, scripts', count: (code) => inFolder(code, 'scripts').length },
  { name: 'lines of a file, median', count: ({ files }) => median(files.map(({ lines }) => lines)) },
  { name: 'exported names', count: ({ files }) => sum(files.map(({ exports }) => exports.length)) },
  { name: 'exported names used twice', count: (code) => namesUsedTwice(code, { typesOnly: false }).size },
  {
    name: 'exported type names used twice',
    count: (code) => namesUsedTwice(code, { typesOnly: true }).size,
    aim: 0,
  },
  {
    name: `folders with more than ${mostInFolder} files`,
    count: (code) => largeFolders(code, mostInFolder).length,
    aim: 6,
  },
  {
    name: `files under ${smallLines} lines for one importer`,
    count: (code) => smallFiles(code, smallLines).length,
  },
  {
    name: 'files that read process.env',
    count: ({ files }) => files.filter(({ readsEnvironment }) => readsEnvironment).length,
  },
  {
    name: 'comments that begin with What or Whether',
    count: ({ files }) => sum(files.map(({ whatComments }) => whatComments)),
  },
  { name: 'packages in package-lock.json', count: ({ packages }) => packages, aim: 650 },
];
