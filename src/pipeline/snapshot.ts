/** The content of one build, on disk, so that every stage and process of the build sees the same. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Content } from './content';
import { prepare } from './prepare';

/** Names the snapshot to a process that renders; set by the build, unset in development. */
export const snapshotVariable = 'OV_SNAPSHOT';

export async function writeSnapshot(file: string, content: Content): Promise<void> {
  await writeFile(file, JSON.stringify(content));
}

let loading: Promise<Content> | undefined;

/** The content to render: the build's snapshot, or in development straight from the source. Read once a process. */
export function loadContent(): Promise<Content> {
  const file = process.env[snapshotVariable];
  loading ??=
    file === undefined
      ? prepare(process.env, () => undefined).then(({ content }) => content)
      : readFile(file, 'utf8').then((json) => JSON.parse(json) as Content);
  return loading;
}
