/** `npm run cms -- app`: builds the app for Contentful's forms, and uploads it. */
import type { Config } from '@/config/config';
import { requireManagement } from '@/config/space';
import { OperatorError } from '@/model/operator-error';
import { appLimits, buildApp, formatSizes } from './app/build-app';
import { openManagement } from './management';

/** The app is larger than Contentful serves. */
class AppSizeError extends OperatorError {
  override readonly name = 'AppSizeError';
}

interface AppDependencies {
  /** Needed to upload. */
  readonly config: Config | undefined;
  readonly print: (line: string) => void;
}

/** Builds the app into `outDir`, prints its sizes and uploads it if there is a config. Resolves to the exit code. */
export async function makeApp(outDir: string, { config, print }: AppDependencies): Promise<number> {
  const target = config && requireManagement(config);
  const files = await buildApp(outDir, print);
  for (const line of formatSizes(files)) print(line);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > appLimits.bytes || files.length > appLimits.files)
    throw new AppSizeError('The app is larger than Contentful serves, so it can’t be uploaded.');
  if (!target) {
    print(`It is in ${outDir}. With --upload it is brought into the Contentful space.`);
    return 0;
  }
  // Loaded only now, so that building needs nothing of it.
  const { uploadApp } = await import('./app/upload-app');
  const { site } = config;
  const settings = site.isUrlSet ? { siteUrl: site.url } : {};
  await uploadApp({ ask: openManagement(target), target, print }, outDir, files, settings);
  return 0;
}
