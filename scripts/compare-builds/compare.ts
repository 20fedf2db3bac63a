/** Compares two builds of what should be the same site. */
import type { BuildFolder } from './build-folder';
import { normalizeFile, normalizePage } from './normalize';

/** Files that differ in the same way. */
export interface BuildDifference {
  readonly files: string[];
  /** Where the first of them begins to differ, in A and in B. */
  readonly a: string;
  readonly b: string;
}

export interface Comparison {
  readonly compared: number;
  readonly identical: number;
  /** The same but for what changes where code moves. */
  readonly normalized: number;
  readonly different: number;
  readonly differences: readonly BuildDifference[];
  readonly onlyInA: readonly string[];
  readonly onlyInB: readonly string[];
  /** Pages on which islands get other props. That is told, and no difference. */
  readonly otherProps: readonly string[];
}

/** Characters of an excerpt before the place, and in all. */
const before = 40;
const excerptLength = 160;

/** As many characters make two differences alike. */
const alikeLength = 20;

interface Excerpts {
  readonly a: string;
  readonly b: string;
  /** The same for files that differ alike, whatever comes before. */
  readonly alike: string;
}

/** The first place where two texts differ, with a few characters before it. */
export function firstDifference(a: string, b: string): Excerpts {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const from = Math.max(0, at - before);
  const excerpt = (text: string) => JSON.stringify(text.slice(from, from + excerptLength));
  const alike = [a, b].map((text) => text.slice(at, at + alikeLength)).join('\n');
  return { a: excerpt(a), b: excerpt(b), alike };
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text in bytes, or their hexadecimal digits where they are no text. */
function textOf(bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return bytes.toString('hex');
  }
}

type Verdict = 'identical' | 'normalized' | Excerpts;

/** Compares a file that both have. */
function compareFile(key: string, a: BuildFolder, b: BuildFolder, onOtherProps: () => void): Verdict {
  const [bytesA, bytesB] = [a, b].map((build) => build.bytesOf(build.files.get(key) ?? key)) as [
    Buffer,
    Buffer,
  ];
  const isPage = key.endsWith('.html');
  const isSame = bytesA.equals(bytesB);
  // Pages of the same bytes link sheets of the same name, and a name alone doesn't say what is in the file.
  if (isSame && !isPage) return 'identical';
  const [rawA, rawB] = [textOf(bytesA), textOf(bytesB)];
  if (!isPage) {
    const [textA, textB] = [normalizeFile(key, rawA) ?? rawA, normalizeFile(key, rawB) ?? rawB];
    return textA === textB ? 'normalized' : firstDifference(textA, textB);
  }
  const [pageA, pageB] = [normalizePage(rawA, a), normalizePage(rawB, b)];
  if (pageA.props !== pageB.props) onOtherProps();
  if (pageA.text !== pageB.text) return firstDifference(pageA.text, pageB.text);
  return isSame ? 'identical' : 'normalized';
}

/** Compares all files. Those that differ alike count as one difference. */
export function compareBuilds(a: BuildFolder, b: BuildFolder): Comparison {
  const counts = { identical: 0, normalized: 0, different: 0 };
  const differences = new Map<string, BuildDifference>();
  const otherProps: string[] = [];
  const shared = [...a.files.keys()].filter((key) => b.files.has(key));
  for (const key of shared) {
    const verdict = compareFile(key, a, b, () => otherProps.push(key));
    if (typeof verdict === 'string') {
      counts[verdict]++;
      continue;
    }
    counts.different++;
    const { alike, ...excerpts } = verdict;
    const difference = differences.get(alike) ?? { ...excerpts, files: [] };
    difference.files.push(key);
    differences.set(alike, difference);
  }
  const missingIn = (from: BuildFolder, other: BuildFolder) =>
    [...from.files].filter(([key]) => !other.files.has(key)).map(([, file]) => file);
  return {
    ...counts,
    compared: shared.length,
    differences: [...differences.values()],
    onlyInA: missingIn(a, b),
    onlyInB: missingIn(b, a),
    otherProps,
  };
}

/** True where both folders hold the same site. */
export function isSameSite({ different, onlyInA, onlyInB }: Comparison): boolean {
  return different + onlyInA.length + onlyInB.length === 0;
}
