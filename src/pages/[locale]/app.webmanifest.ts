import { createManifest } from '@/offline/manifest';
import { fileRoute } from '@/render/page-context';
import { manifestView } from '@/views/program-files';

export const { getStaticPaths, GET } = fileRoute((context) =>
  JSON.stringify(createManifest(manifestView(context))),
);
