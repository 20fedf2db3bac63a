/** For the tests of push and pull: a space, a content folder in a git repository, and edits on both sides. */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { afterEach, beforeEach, vi } from 'vitest';
import type { PlainClientAPI } from 'contentful-management';
import { readConfig } from '@/config/config';
import { startStandIn, type ContentfulServer, type StandInOptions } from '../../../tests/contentful/start';
import { fixture } from '../../../tests/contentful/read-space';
import { temporaryFolder } from '../../test/temporary-folder';
import { pullContent } from '../pull/pull-command';
import { pushContent } from '../push/push-command';
import { setUpSpace } from '../setup/setup-command';
import { openClient, spaceEnvironment } from '../space.fixture';
import type { TransferOptions } from './overwrite-choice';

/** The entry that the tests edit. */
export const entryId = 'relire-carnets';
export const key = `opportunity/${entryId}`;
export const file = `opportunities/${entryId}.yml`;
export const title = 'Relire huit carnets de chantier';
/** Titles that an edit gives the entry on one side. */
export const titleInSpace = 'Relire neuf carnets';
export const titleInFiles = 'Relire dix carnets';

/** Starts a space that has the content of the folder, and the folder as committed, for each test of the file. */
export function useTransferTest() {
  const folder = temporaryFolder();
  /** The path of a file of the content. */
  const at = (...names: readonly string[]) => folder.at('content', ...names);
  const read = (name: string) => folder.read(`content/${name}`);
  const write = (name: string, content: string | Uint8Array) => void folder.write(`content/${name}`, content);
  let standIn: ContentfulServer;
  let client: PlainClientAPI;

  async function start(options: Partial<StandInOptions>): Promise<void> {
    standIn = await startStandIn(options);
    client = openClient(standIn);
  }
  function git(...words: string[]): void {
    const identity = '-c user.name=Ana -c user.email=ana@example.org -c commit.gpgsign=false'.split(' ');
    execFileSync('git', ['-C', folder.at(), ...identity, ...words], { stdio: 'pipe' });
  }
  function commit(): void {
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message=Content');
  }

  beforeEach(async () => {
    // In a hook they name the repository of the hook.
    for (const name of ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_WORK_TREE']) vi.stubEnv(name, undefined);
    cpSync(fixture, at(), { recursive: true });
    git('init', '--quiet');
    commit();
    await start({ content: fixture, locales: [{ code: 'en-US' }, { code: 'fr' }, { code: 'es' }] });
  });
  afterEach(() => standIn.close());

  /** Runs a command, which `stopAt`, a line of its output, interrupts. */
  async function run(
    command: typeof pushContent,
    options: TransferOptions,
    { host = standIn.host, dir = at(), stopAt }: { host?: string; dir?: string; stopAt?: string } = {},
  ) {
    const lines: string[] = [];
    const print = (line: string) => {
      lines.push(line);
      if (line === stopAt) throw new Error('stopped');
    };
    const config = readConfig({ CONTENT_DIR: dir, ...spaceEnvironment({ host }) }, 'transfer');
    const code = await command(options, { config, print });
    return { code, lines, text: lines.join('\n') };
  }

  const readStored = () => client.entry.get({ entryId });

  /** Writes a field in the space, as an editor does in Contentful’s web app. */
  async function editInSpace(
    field: string,
    code: string,
    value: unknown,
    { publish = true }: { readonly publish?: boolean } = {},
  ): Promise<void> {
    const entry = await readStored();
    const fields = { ...entry.fields, [field]: { ...(entry.fields[field] as object), [code]: value } };
    const changed = await client.entry.update({ entryId }, { ...entry, fields });
    if (publish) await client.entry.publish({ entryId }, changed);
  }

  /** Replaces a text that is in a file. */
  function edit(name: string, from: string, to: string): void {
    const text = read(name);
    if (!text.includes(from)) throw new Error(`${name} doesn’t have “${from}”.`);
    write(name, text.replace(from, to));
  }

  return {
    at,
    read,
    write,
    get standIn() {
      return standIn;
    },
    get client() {
      return client;
    },
    commit,
    edit,
    push: (options: TransferOptions = {}, around: { host?: string; stopAt?: string } = {}) =>
      run(pushContent, options, around),
    pull: (options: TransferOptions = {}, around: { dir?: string } = {}) => run(pullContent, options, around),
    /** Goes on with an empty space, which has the model unless it is told otherwise. */
    async startEmpty(options: Partial<StandInOptions> = {}, hasModel = true): Promise<void> {
      await standIn.close();
      await start(options);
      const config = readConfig(spaceEnvironment(standIn), 'setup');
      if (hasModel) await setUpSpace({ yes: true }, { config, print: () => undefined });
    },
    /** The entry as the space has it. */
    readStored,
    readStoredTitle: async () => (await readStored()).fields['title'] as Record<string, string>,
    editInSpace,
    retitleInSpace: (value: string, options?: { readonly publish: boolean }) =>
      editInSpace('title', 'fr', value, options),
    retitleInFiles: () => {
      edit(file, title, titleInFiles);
    },
    /** The ids of what is published. */
    listPublished: () => [...standIn.space.entries].flatMap(([id, { published }]) => (published ? [id] : [])),
  };
}
