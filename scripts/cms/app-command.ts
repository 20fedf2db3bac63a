/** `npm run cms -- app`: builds the app for Contentful's forms, and uploads it. */
import type { Config } from '@/config/config';
import { requireManagement } from '@/config/space';
import { buildApp } from './app/build-app';
import { openManagement } from './management';

interface AppDependencies {
  /** Needed to upload. */
  readonly config: Config | undefined;
  readonly print: (line: string) => void;
}

/** Builds the app into `outDir`, and uploads it if there is a config. Resolves to the exit code. */
export async function makeApp(outDir: string, { config, print }: AppDependencies): Promise<number> {
  const target = config && requireManagement(config);
  const files = await buildApp(outDir, print);
  if (!target) {
    print(`It is in ${outDir}. With --upload it is brought into the Contentful space.`);
    return 0;
  }
  // Loaded only now, so that building needs nothing of it.
  const { uploadApp } = await import('./app/upload-app');
  const { site, webhook } = config;
  const settings = {
    ...(site.isUrlSet && { siteUrl: site.url }),
    ...(webhook.statusUrl !== undefined && { statusUrl: webhook.statusUrl }),
    ...(webhook.statusToken && { statusToken: webhook.statusToken.reveal() }),
  };
  await uploadApp({ ask: openManagement(target), target, print }, outDir, files, settings);
  return 0;
}
