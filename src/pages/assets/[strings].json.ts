import type { APIRoute } from 'astro';
import { attachmentStringsFile, formFile } from '@/applications/form/form-strings';
import { rowStringsFile } from '@/components/opportunity/build-row-strings';
import { fitStringsFile } from '@/device/fit-page/fit-strings';
import { stringsFile } from '@/i18n/strings-file';
import { translator } from '@/i18n/translate';
import { currentSite } from '@/render/current-site';

export const getStaticPaths = async () =>
  (await currentSite()).locales.flatMap((locale) => {
    const t = translator(locale);
    return [
      // Of a form beside its questions: loaded when a visitor scrolls near one.
      formFile(t),
      formFile(t, 'message'),
      // About a file that is attached to an application: loaded if a form accepts one.
      attachmentStringsFile(t),
      // About submissions that waited to be sent: loaded on any page if there are some.
      stringsFile(t, 'outbox', () => t.all('told.')),
      // About how an opportunity fits: loaded where the visitor has given answers.
      fitStringsFile(t),
      // Of rows: loaded by the finder, and where opportunities are saved.
      rowStringsFile(t),
    ].map(({ name, text }) => ({ params: { strings: name }, props: { text } }));
  });

/** Strings that scripts load when they are needed. An address changes with its content, like that of every other asset. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json' } });
