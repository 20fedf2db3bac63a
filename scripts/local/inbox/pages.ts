/** The inbox's own pages. Everything that came in is shown as text. */
import { createHash } from 'node:crypto';
import { oneLine } from '@/model/characters';
import { html, Html } from '@/model/html';
import type { InboxProblem } from './problems';
import { findRepeats, type Repeat } from './repeats';
import type { KeptFile, InboxSubmission } from './store';

/** How many submissions the list shows. */
const listed = 200;

/** How many characters of an answer the list shows. */
const shown = 4000;

const css = `:root{color-scheme:light dark}body{font:1.0625rem/1.5 system-ui,sans-serif;margin:0 auto;padding:1.5rem;max-width:50rem}
article{border-top:2px solid;padding-block:1rem}h2{font-size:1.2rem;margin:0}dl{display:grid;gap:.25rem 1rem}
dt{font-weight:700}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
@media(min-width:40rem){dl{grid-template-columns:12rem 1fr}}`;

/** The policy of these pages: their one style sheet, nothing else. */
export const pagePolicy = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`;

/** Pieces, each on lines of its own. */
const lines = (pieces: readonly (Html | undefined)[]) =>
  pieces.map((piece, index) => html`${index === 0 ? '' : '\n'}${piece}`);

function page(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${new Html(css)}</style></head>
<body><main><h1>${title}</h1>
${body}
</main></body>
</html>
`.text;
}

/** What came in, newest first. */
export function listPage(submissions: readonly InboxSubmission[], unreadable: number): string {
  const count = submissions.length;
  const title = `Inbox: ${count} ${count === 1 ? 'submission' : 'submissions'}`;
  const notes = [
    count === 0 ? html`<p>Nothing has come in yet.</p>` : undefined,
    count > listed ? html`<p>The newest ${listed} are shown.</p>` : undefined,
    unreadable > 0 ? html`<p>${unreadable} lines of the file are no submissions.</p>` : undefined,
    html`<p><a href="/submissions.json">All as JSON</a></p>`,
  ];
  const repeats = findRepeats(submissions);
  const shownOnes = submissions.toReversed().slice(0, listed);
  const articles = shownOnes.map((one) => article(one, repeats.get(one.id)));
  return page(title, html`${lines([...notes, ...articles])}`);
}

/** Says of an application that came again how that is known: without a script there is no `submission_id`. */
function repeatNote({ of, by }: Repeat): Html {
  const reason =
    by === 'id'
      ? 'Sent again: it has the submission_id of'
      : 'Probably sent again: it has the opportunity and e-mail address, and one of the two no submission_id, of';
  return html`<p><strong>${reason}</strong> <a href="#s-${of.id}">what came at ${of.receivedAt}</a></p>`;
}

/** Where one submission is as a file, for `npm run cms -- import`. */
export const submissionPath = (id: string) => `/submission/${id}.json`;

/** Where a file of a submission can be had, counted from 0. */
export const filePath = (id: string, index: number) => `/file/${id}/${index + 1}`;

/** A file, with what tells whether it is the same as another one. Names may turn what stands beside them. */
function fileRow(id: string, { field, name, size, type, sha256 }: KeptFile, index: number): Html {
  const shownName = shorten(oneLine(name) || 'file');
  const facts = `${size.toLocaleString('en')} bytes, ${type || 'no type'}, SHA-256 ${sha256}`;
  return html`<dt>${field}</dt><dd><a href="${filePath(id, index)}" download><bdi>${shownName}</bdi></a><br>${facts}</dd>`;
}

/** A proposal and a registration can become an entry. */
function importNote({ id, fields }: InboxSubmission): Html | undefined {
  if (fields['purpose'] !== 'propose' && fields['purpose'] !== 'register') return undefined;
  return html`<p><a href="${submissionPath(id)}" download="submission.json">submission.json</a>, for <code>npm run cms -- import submission.json</code></p>`;
}

function article(submission: InboxSubmission, repeat: Repeat | undefined): Html {
  const { id, receivedAt, form, fields, files = [] } = submission;
  const subject = typeof fields['_subject'] === 'string' ? fields['_subject'] : `Form ${form}`;
  const rows = Object.entries(fields).map(([name, value]) => {
    return html`<dt>${name}</dt><dd dir="auto">${shorten(asText(value))}</dd>`;
  });
  rows.push(...files.map((file, index) => fileRow(id, file, index)));
  const heading = `s-${id}`;
  return html`<article aria-labelledby="${heading}"><h2 id="${heading}" dir="auto">${subject}</h2>
<p><time datetime="${receivedAt}">${receivedAt}</time>, form ${form}</p>
${repeat && repeatNote(repeat)}${importNote(submission)}<dl>${lines(rows)}</dl></article>`;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function shorten(text: string): string {
  return text.length <= shown ? text : `${text.slice(0, shown)}… (${text.length} characters)`;
}

/** Where a plain form leads that names no page of its own. */
export function thanksPage(): string {
  return page('Thank you', html`<p>Your submission has been received.</p>`);
}

/** What a plain form gets that is refused. */
export function problemPage({ errors }: InboxProblem): string {
  const items = errors.map(({ field, message }) => html`<li>${field ? `${field} ${message}` : message}</li>`);
  return page(
    'The form was not sent',
    html`<ul>${items}</ul><p>Use the browser’s Back button to return to it.</p>`,
  );
}
