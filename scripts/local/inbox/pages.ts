/** Renders the inbox's own pages. Received values are shown as text. */
import { createHash } from 'node:crypto';
import { oneLine } from '@/model/characters';
import { html, Html } from '@/model/html';
import type { InboxProblem } from './problems';
import { findRepeats, type Repeat } from './repeats';
import type { StoredFile, InboxSubmission } from './store';

/** The number of submissions that the list shows. */
const listedSubmissions = 200;

/** The number of characters of an answer that the list shows. */
const shownCharacters = 4000;

const css = `:root{color-scheme:light dark}body{font:1.0625rem/1.5 system-ui,sans-serif;margin:0 auto;padding:1.5rem;max-width:50rem}
article{border-top:2px solid;padding-block:1rem}h2{font-size:1.2rem;margin:0}dl{display:grid;gap:.25rem 1rem}
dt{font-weight:700}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
@media(min-width:40rem){dl{grid-template-columns:12rem 1fr}}`;

/** The content security policy of these pages, which allows only their style sheet. */
export const inboxPolicy = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`;

/** Joins pieces of HTML with line breaks. */
const joinLines = (pieces: readonly (Html | undefined)[]) =>
  pieces.map((piece, index) => html`${index === 0 ? '' : '\n'}${piece}`);

function renderPage(title: string, body: Html): string {
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

/** Renders the list of submissions, newest first. */
export function renderListPage(submissions: readonly InboxSubmission[], unreadable: number): string {
  const count = submissions.length;
  const title = `Inbox: ${count} ${count === 1 ? 'submission' : 'submissions'}`;
  const notes = [
    count === 0 ? html`<p>Nothing has come in yet.</p>` : undefined,
    count > listedSubmissions ? html`<p>The newest ${listedSubmissions} are shown.</p>` : undefined,
    unreadable > 0 ? html`<p>${unreadable} lines of the file are no submissions.</p>` : undefined,
    html`<p><a href="/submissions.json">All as JSON</a></p>`,
  ];
  const repeats = findRepeats(submissions);
  const shownOnes = submissions.toReversed().slice(0, listedSubmissions);
  const articles = shownOnes.map((one) => renderSubmission(one, repeats.get(one.id)));
  return renderPage(title, html`${joinLines([...notes, ...articles])}`);
}

/** Renders why an application counts as sent again. Without a script it has no `submission_id`. */
function renderRepeatNote({ of, by }: Repeat): Html {
  const reason =
    by === 'id'
      ? 'Sent again: it has the submission_id of'
      : 'Probably sent again: it has the opportunity and e-mail address, and one of the two no submission_id, of';
  return html`<p><strong>${reason}</strong> <a href="#s-${of.id}">what came at ${of.receivedAt}</a></p>`;
}

/** The path at which a submission can be downloaded, for `npm run cms -- import`. */
export const submissionPath = (id: string) => `/submission/${id}.json`;

/** The path at which a file of a submission can be downloaded; `index` counts from 0. */
export const filePath = (id: string, index: number) => `/file/${id}/${index + 1}`;

/** Renders a file with its size and hash. `<bdi>` keeps names in right-to-left scripts from reordering the text around them. */
function renderFileRow(id: string, { field, name, size, type, sha256 }: StoredFile, index: number): Html {
  const shownName = shorten(oneLine(name) || 'file');
  const facts = `${size.toLocaleString('en')} bytes, ${type || 'no type'}, SHA-256 ${sha256}`;
  return html`<dt>${field}</dt><dd><a href="${filePath(id, index)}" download><bdi>${shownName}</bdi></a><br>${facts}</dd>`;
}

/** Renders a download link for proposals and registrations, which can be imported as entries. */
function renderImportNote({ id, fields }: InboxSubmission): Html | undefined {
  if (fields['purpose'] !== 'propose' && fields['purpose'] !== 'register') return undefined;
  return html`<p><a href="${submissionPath(id)}" download="submission.json">submission.json</a>, for <code>npm run cms -- import submission.json</code></p>`;
}

function renderSubmission(submission: InboxSubmission, repeat: Repeat | undefined): Html {
  const { id, receivedAt, form, fields, files = [] } = submission;
  const subject = typeof fields['_subject'] === 'string' ? fields['_subject'] : `Form ${form}`;
  const rows = Object.entries(fields).map(([name, value]) => {
    return html`<dt>${name}</dt><dd dir="auto">${shorten(asText(value))}</dd>`;
  });
  rows.push(...files.map((file, index) => renderFileRow(id, file, index)));
  const heading = `s-${id}`;
  return html`<article aria-labelledby="${heading}"><h2 id="${heading}" dir="auto">${subject}</h2>
<p><time datetime="${receivedAt}">${receivedAt}</time>, form ${form}</p>
${repeat && renderRepeatNote(repeat)}${renderImportNote(submission)}<dl>${joinLines(rows)}</dl></article>`;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function shorten(text: string): string {
  return text.length <= shownCharacters
    ? text
    : `${text.slice(0, shownCharacters)}… (${text.length} characters)`;
}

/** Renders the page after a plain form without a `_next` address. */
export function renderThanksPage(): string {
  return renderPage('Thank you', html`<p>Your submission has been received.</p>`);
}

/** Renders the page after a plain form that was refused. */
export function renderProblemPage({ errors }: InboxProblem): string {
  const items = errors.map(({ field, message }) => html`<li>${field ? `${field} ${message}` : message}</li>`);
  return renderPage(
    'The form was not sent',
    html`<ul>${items}</ul><p>Use the browser’s Back button to return to it.</p>`,
  );
}
