/** `npm run cms -- report`: writes the content report without a build. */
import type { CommandContext } from './command-context';
import { assembleContent, gatherContent, addPictures } from '@/site/prepare/prepare';
import { findClockWarnings } from '@/publish/check-clock';
import { saveReport, localEditorUrl, reportLocation } from '@/publish/report';
import { buildContentReport } from '@/report/content-report';
import { readLastSite } from '@/publish/targets/deploy-target';

export interface ReportCommandOptions extends CommandContext {
  /** The folder of the published site that the content is compared with. */
  readonly outDir: string;
}

/**
 * Reads the configured source and writes its report over that of the last build. Resolves to the exit code 0.
 * Rejects with an `OperatorError` if the source can’t be read.
 */
export async function writeReport({ config, outDir, print }: ReportCommandOptions): Promise<number> {
  const gathered = await gatherContent(config, print);
  const illustrated = await addPictures(gathered);
  illustrated.making.stop();
  const prepared = assembleContent(gathered, illustrated);
  const before = await readLastSite(outDir);
  const notices = findClockWarnings({ config, machine: Date.now(), prepared, before });
  const verdict = { outcome: 'looked' } as const;
  const report = buildContentReport(prepared, { verdict, before, editor: localEditorUrl, notices });
  await saveReport(report, prepared);
  print(reportLocation);
  return 0;
}
