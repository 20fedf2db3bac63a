/** Known faults (`broken` in `form-service.ts`) fail no run: the end of each in which some showed names them. */
import type { Reporter, Suite } from '@playwright/test/reporter';

export default class KnownFaults implements Reporter {
  private suite: Suite | undefined;

  onBegin(_: unknown, suite: Suite): void {
    this.suite = suite;
  }

  onEnd(): void {
    const ran = (this.suite?.allTests() ?? []).filter((test) => test.outcome() !== 'skipped');
    const broken = ran.filter((test) => test.outcome() === 'unexpected');
    const known = ran.filter(({ annotations }) => annotations.some(({ type }) => type === 'known fault'));
    if (known.length === 0) return;
    const holding = ran.length - known.length - broken.length;
    console.log(
      `${ran.length} tests: ${holding} hold, ${known.length} known faults, ${broken.length} broken`,
    );
    for (const { title } of known) console.log(`  known fault: ${title}`);
    for (const { title } of broken) console.log(`  BROKEN: ${title}`);
  }
}
