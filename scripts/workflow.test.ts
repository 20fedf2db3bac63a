/** The workflows must agree with the code and with what operators read, and run only what was pinned before. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getFileInfo } from 'prettier';
import { eventType } from './cms/setup/webhook';
import { fullParts } from './test/suites';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface WorkflowStep {
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly if?: string;
  readonly concurrency?: string | { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly env?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly include: readonly { readonly command: string }[] } };
  readonly steps: readonly WorkflowStep[];
}

interface Workflow {
  readonly on: unknown;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (file: string) => readFileSync(file, 'utf8');
const workflows = globSync('.github/workflows/*.yml').map((file) => ({
  file,
  text: read(file),
  workflow: parse(read(file)) as Workflow,
}));
const steps = workflows.flatMap(({ workflow }) => Object.values(workflow.jobs).flatMap((job) => job.steps));

const text = read('.github/workflows/publish.yml');
const { on, jobs } = parse(text) as Workflow & {
  readonly on: { readonly repository_dispatch: { readonly types: string[] }; readonly schedule: unknown[] };
};

describe('the publishing workflow', () => {
  it('is started by the webhook that setup makes, and every day', () => {
    expect(on.repository_dispatch.types).toEqual([eventType]);
    expect(on.schedule).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* \*$/) as string }]);
  });

  it('makes one build of a burst, and one deployment at a time, none of a site that wasn’t verified', () => {
    const { shards, build, outcome, ...deployments } = jobs;
    // A build that runs is never ended by a newer one: an edit waits for two builds at most, however fast others follow.
    expect(build?.concurrency).toMatchObject({ 'cancel-in-progress': false });
    expect(build?.needs).toBe('shards');
    expect(shards?.steps.some(({ run }) => run?.startsWith('npm run build -- --shard '))).toBe(true);
    expect(build?.steps.some(({ run }) => run?.includes('npm run build'))).toBe(true);
    expect(Object.keys(deployments)).toEqual(['pages', 'netlify', 'cloudflare']);
    expect(outcome?.needs).toEqual(['build', ...Object.keys(deployments)]);
    for (const { needs, concurrency } of Object.values(deployments))
      expect([needs, concurrency]).toEqual(['build', 'deploy']);
  });

  it('builds shards with the variables of the build that merges them, or it could not take their pages', () => {
    const [shard, merge] = ['shards', 'build'].map(
      (job) => jobs[job]?.steps.find(({ run }) => run?.includes('npm run build'))?.env,
    );
    const { SHARD, NUMBER, ...rest } = shard ?? {};
    expect([SHARD, NUMBER]).toEqual(['${{ matrix.shard }}', '${{ strategy.job-index }}']);
    expect(rest).toEqual(merge);
  });

  it('takes nothing from variables and secrets that operators don’t read of', () => {
    const names = [...text.matchAll(/\b(?:vars|secrets)\.([A-Z_]+)/g)].map(([, name = '']) => name);
    const guide = read('docs/operators.md');
    expect(names.length).toBeGreaterThan(10);
    expect([...new Set(names)].filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });

  it('builds with the Node that the tests run on, and without packages for development', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: { node: string } };
    for (const job of [jobs['shards'], jobs['build']]) {
      const setups = job?.steps.filter(({ uses }) => uses?.startsWith('actions/setup-node@')) ?? [];
      expect(setups.map((step) => step.with?.['node-version'])).toEqual([devDependencies.node]);
      expect(job?.steps.map(({ run }) => run)).toContain('npm ci --omit=dev --ignore-scripts');
    }
  });
});

describe('the status of a commit', () => {
  const changing = (job: Job | undefined) =>
    job?.steps.filter(({ run }) => run?.includes('/statuses/$GITHUB_SHA')) ?? [];

  it('is pending while a build runs, and then what came of it, also where a person ends it', () => {
    const [first, last] = changing(jobs['build']).map(({ run }) => run);
    expect(jobs['build']?.steps[0]?.run).toBe(first);
    expect(first).toContain('state=pending');
    expect(jobs['build']?.steps.at(-1)).toMatchObject({ if: 'cancelled()', run: last });
    expect(last).toContain('state=error');
    expect(changing(jobs['outcome']).map(({ run }) => run)).toEqual([
      expect.stringContaining('state="$STATE"'),
    ]);
  });

  it('may be changed only by the jobs that do it, and a publish doesn’t fail where it can’t be', () => {
    for (const [name, job] of Object.entries(jobs)) {
      expect(`${name} ${job.permissions?.['statuses']}`).toBe(
        `${name} ${changing(job).length > 0 ? 'write' : 'undefined'}`,
      );
      for (const step of changing(job).filter((one) => one.if === undefined))
        expect(step).toMatchObject({ 'continue-on-error': true });
    }
    const withToken = steps.filter((step) => JSON.stringify(step).includes('github.token'));
    expect(withToken.filter(({ run }) => !run?.includes('/statuses/'))).toEqual([]);
  });
});

describe('the monitoring service', () => {
  const telling = (job: Job | undefined) => job?.steps.filter(({ env }) => env?.['MONITOR_URL']) ?? [];

  it('is told of the start by the job that builds, and of the end once by the last or where a person ends it', () => {
    const [start, cancelled, ...others] = telling(jobs['build']);
    expect(start?.run).toContain('"${MONITOR_URL%/}/start"');
    expect(cancelled).toMatchObject({ if: 'cancelled()', run: expect.stringContaining('/fail"') as string });
    expect(others).toEqual([]);
    expect(telling(jobs['outcome'])).toHaveLength(1);
    expect(steps.filter(({ env }) => env?.['MONITOR_URL'])).toHaveLength(3);
  });

  it('is never told by the build itself, and fails no publish', () => {
    for (const step of [...telling(jobs['build']), ...telling(jobs['outcome'])]) {
      expect(step.run).not.toContain('npm run');
      expect(step).toMatchObject({ 'continue-on-error': true });
    }
  });
});

describe('the workflow of the tests', () => {
  const { test } = (parse(read('.github/workflows/ci.yml')) as Workflow).jobs;
  const commands = test?.strategy?.matrix.include.map(({ command }) => command) ?? [];

  it('runs npm test, every part of npm run test:full, and each part of the browser tests once', () => {
    const parts = commands.flatMap(
      (command) => /^npm run test:full -- --only (\w+)/.exec(command)?.[1] ?? [],
    );
    expect(commands.filter((command) => !command.startsWith('npm run test:full'))).toEqual(['npm test']);
    expect(new Set(parts)).toEqual(new Set(Object.keys(fullParts)));
    const shards = commands.flatMap((command) => /--shard (\S+)/.exec(command)?.[1] ?? []);
    expect(shards).toEqual(shards.map((_, index) => `${index + 1}/${shards.length}`));
  });

  it('keeps the reports of what failed', () => {
    const upload = test?.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
    expect(upload?.with?.['path']).toContain('.local/test');
  });
});

describe('what the operator adds', () => {
  const program = [
    'src/a.ts',
    'tests/build/a.test.ts',
    '.github/workflows/ci.yml',
    'docs/a.md',
    'packages/bench/main.ts',
    'package.json',
  ];
  const own = [
    'mine/opportunities/a.yml',
    'mine/brand/tokens.json',
    'public/a.js',
    'public/guide/index.html',
  ];
  const all = [...program, ...own];

  it('isn’t formatted with the program', async () => {
    const infos = await Promise.all(all.map((file) => getFileInfo(file, { ignorePath: '.prettierignore' })));
    expect(all.filter((_, index) => infos[index]?.ignored === false)).toEqual(program);
  });

  it('starts no tests, where everything else does', () => {
    const { on: events } = parse(read('.github/workflows/ci.yml')) as {
      readonly on: Readonly<Record<'push' | 'pull_request', { readonly paths: readonly string[] }>>;
    };
    for (const { paths } of Object.values(events))
      expect(
        [...all, 'content/pages/a.yml'].filter((file) =>
          paths.some((pattern) => path.matchesGlob(file, pattern)),
        ),
      ).toEqual([...program, 'content/pages/a.yml']);
  });
});

describe('every workflow', () => {
  it('names each action by its full commit hash, with the version as a comment', () => {
    const named = workflows.flatMap(({ file, text: lines }) =>
      [...lines.matchAll(/^.*\buses:\s*(.*)$/gm)].map(([, action = '']) => `${file}: ${action}`),
    );
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((action) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  it('installs packages only from a lock file, without their scripts where a token may be in reach', () => {
    const commands = steps.flatMap(({ run }) => run?.split('\n') ?? []);
    const installing = commands.filter((command) => /\bnpx\b|\bnpm (?:exec|x|i|install|add)\b/.test(command));
    // That option changes the lock file only, and installs nothing.
    expect(installing.filter((command) => !command.includes('--package-lock-only'))).toEqual([]);
    const folders = commands.flatMap((command) => /\bnpm ci --prefix (\S+)/.exec(command)?.[1] ?? []);
    expect(folders.filter((folder) => !existsSync(`${folder}/package-lock.json`))).toEqual([]);
    const inTokenJobs = workflows
      .filter(({ text: lines }) => lines.includes('secrets.'))
      .flatMap(({ workflow }) => Object.values(workflow.jobs))
      .flatMap((job) => job.steps.flatMap(({ run }) => run?.split('\n') ?? []))
      .filter((command) => command.startsWith('npm ci'));
    expect(inTokenJobs.length).toBeGreaterThan(0);
    expect(inTokenJobs.filter((command) => !command.includes('--ignore-scripts'))).toEqual([]);
  });

  it('gives a secret only to the step that needs it, and never to one that installs packages', () => {
    const shared = workflows.flatMap(({ workflow }) => [workflow, ...Object.values(workflow.jobs)]);
    expect(JSON.stringify(shared.map(({ env }) => env ?? {}))).not.toContain('secrets.');
    const withSecret = steps.filter((step) => JSON.stringify(step).includes('secrets.'));
    expect(withSecret.length).toBeGreaterThan(0);
    expect(withSecret.filter(({ run }) => run === undefined || /\bnpm ci\b/.test(run))).toEqual([]);
  });
});

/** Ours, and those of tools that a single command or workflow needs. */
const lockFiles = globSync([
  'package-lock.json',
  'packages/{bench,checks}/package-lock.json',
  '{hosting,scripts,tests}/*/package-lock.json',
]);

describe('updates of dependencies', () => {
  it('are looked for in the workflows and beside every lock file, weekly', () => {
    const { updates } = parse(read('.github/dependabot.yml')) as {
      readonly updates: readonly {
        readonly 'package-ecosystem': string;
        readonly directory?: string;
        readonly directories?: readonly string[];
        readonly schedule: { readonly interval: string };
      }[];
    };
    const foldersOf = (ecosystem: string) =>
      updates
        .filter((update) => update['package-ecosystem'] === ecosystem)
        .flatMap(({ directory, directories }) => directories ?? directory ?? []);
    expect(foldersOf('github-actions')).toEqual(['/']);
    const folders = lockFiles.map((file) => path.join('/', path.dirname(file)));
    expect(foldersOf('npm').toSorted()).toEqual(folders.toSorted());
    expect(updates.map(({ schedule }) => schedule.interval)).toEqual(updates.map(() => 'weekly'));
  });
});

describe('the workflow that asks about packages', () => {
  it('asks whether those of every lock file are signed', () => {
    const commands = steps.flatMap(({ run }) => run?.split('\n') ?? []);
    const asked = lockFiles.map((file) =>
      file === 'package-lock.json' ? '' : ` --prefix ${path.dirname(file)}`,
    );
    expect(asked.length).toBeGreaterThan(4);
    const wanted = asked.flatMap((folder) => [
      `npm ci${folder} --ignore-scripts`,
      `npm audit signatures${folder}`,
    ]);
    expect(wanted.filter((command) => !commands.includes(command))).toEqual([]);
  });
});

describe('each lock file', () => {
  it('names no host to load packages from, and a hash for each package', () => {
    for (const file of lockFiles) {
      const { packages } = JSON.parse(read(file)) as {
        packages: Record<
          string,
          { resolved?: string; integrity?: string; link?: boolean; bundled?: boolean }
        >;
      };
      const installed = Object.entries(packages).filter(([name]) => name.startsWith('node_modules/'));
      expect(installed.length).toBeGreaterThan(3);
      const remote = installed.filter(
        ([, { link, resolved }]) => link !== true && !resolved?.startsWith('file:'),
      );
      expect(remote.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
      expect(remote.filter(([, entry]) => entry.integrity === undefined).map(([name]) => name)).toEqual([]);
    }
  });
});
