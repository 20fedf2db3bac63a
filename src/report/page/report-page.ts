/** Renders the content report as a single page, without scripts or other files. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultBrand } from '@/brand/brand';
import { colourCss } from '@/brand/brand-files';
import { localeTable, locales, type Locale } from '@/i18n/locales';
import { html, Html } from '@/model/html';
import type { ContentReport } from '../content-report';
import { createReportContext, formatUtcInstant, type FileHref, type ReportContext } from './page-parts';
import { renderSections } from './sections';
import { renderUrgentList } from './urgent-list';

interface ReportPageOptions {
  readonly locale: Locale;
  readonly fileHref: FileHref;
  /** The address of the page in another language. */
  readonly languageHref: (locale: Locale) => string;
}

const readStyle = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8');
let style: string | undefined;

function composeStyle(): string {
  const parts = [
    colourCss(defaultBrand),
    readStyle('../../styles/tokens.css'),
    readStyle('../../styles/forced-colours.css'),
    readStyle('../../styles/base.css'),
    readStyle('../../styles/lists.css'),
    readStyle('report.css'),
  ];
  return parts.join('\n').replaceAll('</', '<\\/');
}

/** A line of a build, which says most things to operators: those without a translation are in English. */
function renderBuildLine({ t }: ReportContext, line: string): Html {
  const text = line.trimStart();
  const told = t.filled(text);
  return html`<span lang="${told === text ? 'en' : t.locale}">${line.slice(0, -text.length) + told}</span>`;
}

/** Of many lines the first says what happened. */
function renderReason(context: ReportContext, reason: string): Html {
  const [first = '', ...rest] = reason.split('\n').map((line) => renderBuildLine(context, line));
  return html`<p>${first}</p>
    ${
      rest.length === 0
        ? undefined
        : html`<details>
            <summary>${context.t('Full message')}</summary>
            <pre>${rest.flatMap((line) => [line, '\n'])}</pre>
          </details>`
    }`;
}

function renderVerdict(context: ReportContext, { verdict, lastPublished, source, now }: ContentReport): Html {
  const { t } = context;
  const last =
    lastPublished &&
    t('Last published on {instant}.', { instant: formatUtcInstant(context, Date.parse(lastPublished)) });
  const when = { instant: formatUtcInstant(context, Date.parse(now)), source: t.filled(source) };
  switch (verdict.outcome) {
    case 'published':
      return html`<p class="verdict">${t('Published on {instant}, from {source}.', when)}</p>`;
    case 'refused':
      return html`<div class="verdict refused" role="alert">
        <p>
          <strong>${t('Not published on {instant}, from {source}.', when)}</strong>
          ${t('The site is as it was before.')} ${last}
        </p>
        ${renderReason(context, verdict.reason)}
      </div>`;
    case 'looked':
      return html`<p class="verdict">
        ${t('Checked on {instant}, from {source}. Nothing was published.', when)} ${last}
      </p>`;
  }
}

function renderLanguageLinks(context: ReportContext, languageHref: ReportPageOptions['languageHref']): Html {
  const renderLink = (locale: Locale) => {
    const which = locale === context.locale ? html`aria-current="page"` : html`hreflang="${locale}"`;
    return html`<li><a href="${languageHref(locale)}" lang="${locale}" ${which}>${localeTable[locale].name}</a></li>`;
  };
  return html`<nav aria-label="${context.t('Language of the page')}">
    <ul class="languages">
      ${locales.map(renderLink)}
    </ul>
  </nav>`;
}

/** Renders the page as HTML in a language. */
export function renderReportPage(
  report: ContentReport,
  { locale, fileHref, languageHref }: ReportPageOptions,
): string {
  const { urgent, site, notices } = report;
  style ??= composeStyle();
  const context = createReportContext(locale, fileHref);
  const { t } = context;
  const isLocal = [...urgent, ...report.waiting, ...report.heldBack, ...report.warnings].some(
    (entry) => entry.isLocal && entry.edit !== undefined,
  );
  return html`<!doctype html>
    <html lang="${locale}" dir="${localeTable[locale].direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <link rel="icon" href="data:," />
        <title>${t('Content report')}${site === '' ? undefined : ` · ${site}`}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <header>
          <div class="top">
            <div>
              <h1>${t('Content report')}</h1>
              <p class="site">${site}</p>
            </div>
            ${renderLanguageLinks(context, languageHref)}
          </div>
          ${renderVerdict(context, report)}
          ${notices.map((notice) => html`<p class="notice">${renderBuildLine(context, notice)}</p>`)}
        </header>
        <main>
          <section id="urgent" aria-labelledby="urgent-title">
            ${renderUrgentList(context, urgent)}
          </section>
          ${
            isLocal
              ? html`<p class="note">
                  ${t('A title opens the entry in the local editor, which runs while npm run dev does. A path opens the file.')}
                </p>`
              : undefined
          }
          ${renderSections(context, report)}
        </main>
      </body>
    </html> `.text;
}
