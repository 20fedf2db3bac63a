/** Recipes for the connections of the site: a source of content, a form service. */
import { opportunityPage } from './pages';
import type { Recipe } from './recipe';

/** A source that reads files and gives opportunities another summary. */
export const addSource: Recipe = {
  name: 'source',
  maxFiles: 3,
  async change(copy) {
    await copy.write(
      'src/sources/archive/archive.ts',
      `/** The source that reads an archive: the files of a folder, whose opportunities are marked as archived. */
import { createFilesSource } from '../files/files-source';
import type { Source } from '../source';

export function createArchiveSource(dir: string): Source {
  const files = createFilesSource(dir);
  return {
    ...files,
    name: \`the archive \${dir}\`,
    async read(progress) {
      const content = await files.read(progress);
      const entries = content.entries.map((entry) => ({
        ...entry,
        locales: Object.fromEntries(
          Object.entries(entry.locales).map(([locale, fields]) => [
            locale,
            entry.type === 'opportunity' ? { ...fields, summary: 'From the archive.' } : fields,
          ]),
        ),
      }));
      return { ...content, entries };
    },
  };
}
`,
    );
    await copy.replace(
      'src/sources/configured-source.ts',
      "  if (source === 'files') return",
      "  if (source === 'archive') return createArchiveSource(normalizeFolder(dir));\n  if (source === 'files') return",
    );
    await copy.insertAfter(
      'src/sources/configured-source.ts',
      "import type { Config } from '@/config/config';\n",
      "import { createArchiveSource } from './archive/archive';\n",
    );
    await copy.replace(
      'src/config/values.ts',
      "['files', 'contentful'] as const",
      "['files', 'contentful', 'archive'] as const",
    );
  },
  env: { CONTENT_SOURCE: 'archive' },
  shows: { file: opportunityPage, text: 'From the archive.' },
};

/** A service with other addresses, and a client that only reads the status. */
export const addFormService: Recipe = {
  name: 'form service',
  maxFiles: 3,
  async change(copy) {
    await copy.write(
      'src/applications/transport/letterbox.ts',
      `/** Sends forms to Letterbox: plain posts that are answered with a status. */
import type { FormAddress, FormService } from './transport';

const formAction = ({ endpoint, formId }: FormAddress) => \`\${endpoint}/letters/\${formId}\`;

export const letterbox: FormService = {
  formAction,
  parseFormAction(action) {
    const [, endpoint, formId] = /^(.+)\\/letters\\/([\\w-]+)$/.exec(action) ?? [];
    return endpoint && formId ? { endpoint, formId } : undefined;
  },
  openClient: () => async (request) => {
    try {
      const body = JSON.stringify(request.payload);
      const signal = AbortSignal.timeout(request.timeoutMs);
      const { ok } = await fetch(formAction(request), { method: 'POST', body, signal });
      return ok ? { kind: 'sent' } : { kind: 'refused', reason: 'other' };
    } catch {
      return { kind: 'unconfirmed', reason: 'network' };
    }
  },
};
`,
    );
    const service = 'src/applications/transport/form-service.ts';
    await copy.replace(
      service,
      "import { formspree } from './formspree';",
      "import { letterbox } from './letterbox';",
    );
    await copy.replace(service, 'FormService = formspree', 'FormService = letterbox');
    await copy.replace('src/config/values.ts', "'https://formspree.io'", "'https://letterbox.example'");
  },
  env: { FORMSPREE_FORM_ID: 'abc' },
  shows: { file: opportunityPage, text: 'https://letterbox.example/letters/abc' },
};
