/** Lists the failed tests of the reports of the two runners, so that the end of a long log has the reasons. */
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** The most lines of a message: enough for what was expected and received. */
const maxLines = 20;

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
          location: z.object({ line: z.number() }).nullish(),
        }),
      ),
    }),
  ),
});

const spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      status: z.string().optional(),
      results: z.array(
        z.object({
          // A test whose time is over has a second one: where it waited.
          errors: z
            .array(
              z.object({
                message: z.string().optional(),
                location: z.object({ line: z.number() }).optional(),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ),
});

interface PlaywrightSuite {
  readonly specs?: readonly z.output<typeof spec>[] | undefined;
  readonly suites?: readonly PlaywrightSuite[] | undefined;
}

const suite: z.ZodType<PlaywrightSuite> = z.object({
  specs: z.array(spec).optional(),
  suites: z.array(z.lazy(() => suite)).optional(),
});

const playwrightReport = z.object({ suites: z.array(suite) });

interface Failure {
  /** Relative to the checkout. */
  readonly file: string;
  readonly line?: number | undefined;
  readonly title?: string;
  readonly message: string;
}

function formatFailure({ file, line, title, message }: Failure): string {
  const alone = line === undefined ? file : `${file}:${line}`;
  return [
    title === undefined ? file : `${file} › ${title}`,
    ...stripVTControlCharacters(message).split('\n').filter(Boolean).slice(0, maxLines),
    `Alone: npm test -- ${alone}`,
  ].join('\n  ');
}

/**
 * Lists the failed tests of Vitest's JSON report, each with its message and the command that runs it alone; none where it
 * can't be read.
 */
export function listVitestFailures(report: unknown): string[] {
  const { data } = vitestReport.safeParse(report);
  return (data?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const file = path.relative('.', name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    // A file that couldn't be loaded has a message and no tests.
    if (assertionResults.length === 0 && message) return [formatFailure({ file, message })];
    return failed.map(({ fullName, failureMessages, location }) =>
      formatFailure({
        file,
        line: location?.line,
        title: fullName,
        message: failureMessages?.join('\n') ?? '',
      }),
    );
  });
}

const listSpecs = ({ specs = [], suites = [] }: PlaywrightSuite): z.output<typeof spec>[] => [
  ...specs,
  ...suites.flatMap(listSpecs),
];

/** The same of Playwright's JSON report, and the tests that failed only at the first try. */
export function listPlaywrightFailures(report: unknown): string[] {
  const { data } = playwrightReport.safeParse(report);
  return (data?.suites ?? [])
    .flatMap(listSpecs)
    .filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky'))
    .map(({ title: name, file, line, ok, tests }) => {
      const title = ok ? `${name} (passed at the second try)` : name;
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors ?? []));
      const messages = errors.map(({ message = '', location }) =>
        location ? `Line ${location.line}: ${message}` : message,
      );
      return formatFailure({ file: `tests/browser/${file}`, line, title, message: messages.join('\n') });
    });
}
