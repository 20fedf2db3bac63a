/** Renders the inbox's own pages. Received values are shown as text. */
import { createHash } from 'node:crypto';
import { html, Html } from '@/model/html';
import type { InboxProblem } from './problems';
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
export function renderListPage(submissions: readonly InboxSubmission[]): string {
  const count = submissions.length;
  const title = `Inbox: ${count} ${count === 1 ? 'submission' : 'submissions'}`;
  const shownOnes = submissions.toReversed().slice(0, listedSubmissions);
  return renderPage(
    title,
    html`${count === 0 ? html`<p>Nothing has come in yet.</p>` : ''}
<p>The newest ${listedSubmissions} at most. <a href="/submissions.json">All as JSON</a></p>
${shownOnes.map(renderSubmission)}`,
  );
}

/** The path at which a submission can be downloaded, for `npm run cms -- import`. */
export const submissionPath = (id: string) => `/submission/${id}.json`;

/** Renders where a file is. `<bdi>` keeps names in right-to-left scripts from reordering the text around them. */
const renderFile = ({ field, name, size, path }: StoredFile): Html =>
  html`<dt>${field}</dt><dd><bdi>${shorten(name)}</bdi>, ${size.toLocaleString('en')} bytes: ${path}</dd>`;

function renderSubmission({ id, receivedAt, form, fields, files = [] }: InboxSubmission): Html {
  const subject = typeof fields['_subject'] === 'string' ? fields['_subject'] : `Form ${form}`;
  const rows = Object.entries(fields).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return html`<dt>${name}</dt><dd dir="auto">${shorten(text)}</dd>`;
  });
  const isEntry = fields['purpose'] === 'propose' || fields['purpose'] === 'register';
  const download = html`<p><a href="${submissionPath(id)}" download="submission.json">submission.json</a>, for <code>npm run cms -- import submission.json</code></p>`;
  return html`<article><h2 dir="auto">${subject}</h2>
<p><time datetime="${receivedAt}">${receivedAt}</time>, form ${form}</p>
${isEntry ? download : ''}<dl>${rows}${files.map(renderFile)}</dl></article>
`;
}

function shorten(text: string): string {
  return text.length <= shownCharacters
    ? text
    : `${text.slice(0, shownCharacters)}… (${text.length} characters)`;
}

/** The page after a plain form without a `_next` address. */
export const thanksPage = renderPage('Thank you', html`<p>Your submission has been received.</p>`);

/** Renders the page after a plain form that was refused. */
export const renderProblemPage = ({ text }: InboxProblem): string =>
  renderPage(
    'The form was not sent',
    html`<p>${text}</p><p>Use the browser’s Back button to return to it.</p>`,
  );
