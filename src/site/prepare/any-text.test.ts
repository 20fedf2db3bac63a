/** Whatever people write into the texts of an opportunity: nothing throws, and nothing but words and links comes out. */
import fc from 'fast-check';
import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { anyText } from '@/model/any-text.fixture';
import { formatProblem } from '@/model/problems';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import { acceptEntries } from '@/pipeline/check/accept';
import { markdownToHtml, markdownToText } from '@/pipeline/texts/markdown';
import { reviewTexts } from './review-texts';
import { buildSite, type SiteOpportunity } from '../site';
import { siteProblems } from './site-problems';

/** What texts are attacked with, and what Markdown, HTML and addresses are made of. */
const piece = fc.constantFrom(
  ...['<script>', '</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<a href="'],
  ...[
    '" onclick="x"',
    'javascript:alert(1)',
    'JaVaScRiPt:',
    'data:text/html,',
    'vbscript:',
    '//evil.example',
  ],
  ...['\\\\evil.example', '/en/', 'https://a.example', '&#106;avascript:', '&#8238;', '&lt;script&gt;'],
  ...['&Tab;', '&NewLine;', '![', '](', '[x]: ', '```\n', '~~', '|-|', '- [ ] ', '[^1]', '[^1]: ', '\n\n'],
  ...'[]()<>`*_#|\\\n\t\r\0\u001B\u202E\u2067\u200F\u200B\u2028\uFEFF\uFFFDé漢ب',
  ...['    ', '__proto__', 'constructor', '{{x}}', '${x}', '%s', 'e\u0301', '\uD83D', '👩‍💻'],
);

const written = (longest: number) =>
  fc
    .oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      anyText(longest),
      fc.string({ unit: 'grapheme', maxLength: longest }),
    )
    .map((text) => text.slice(0, longest));

const texts = fc.record(
  {
    title: written(120),
    summary: written(160),
    task: written(400),
    deliverable: written(400),
    impact: written(400),
    requirements: written(400),
    learning: written(400),
    accessibility: written(400),
    questions: fc.array(written(200), { maxLength: 3 }),
  },
  { requiredKeys: ['title', 'summary', 'task', 'deliverable', 'impact', 'requirements'] },
);

type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(node: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return node.childNodes
    .filter((child) => tree.isElementNode(child))
    .flatMap((child) => [child, ...elementsOf(child)]);
}

const tags = new Set(
  'a blockquote br code del em h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul'.split(' '),
);
const attributes: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:|mailto:|tel:|\/(?![/\\]))/i,
  start: /^\d+$/,
  scope: /^col$/,
  class: /^align-(?:center|end)$/,
  tabindex: /^0$/,
};

/** What a text’s HTML has that it shouldn’t. */
function intruders(html: string): string[] {
  return elementsOf(parseFragment(html)).flatMap(({ tagName, attrs }) => [
    ...(tags.has(tagName) ? [] : [`<${tagName}>`]),
    ...attrs
      .filter(({ name, value }) => !attributes[name]?.test(value))
      .map(({ name, value }) => `${name}=${value}`),
  ]);
}

/** Signs that turn what stands around them, that no terminal or mail header may get, or that are half a character. */
const harmful = /\p{Bidi_Control}|\p{Surrogate}|[\p{Cc}--[\n\t]]/v;

function expectHarmless({ texts, path }: SiteOpportunity): void {
  const { title, summary, task, deliverable, impact, requirements, learning, accessibility, questions } =
    texts;
  for (const line of [title, summary]) expect(line?.value).not.toMatch(/[\n\t]/);
  for (const line of questions?.value ?? []) expect(line).not.toMatch(/[\n\t]/);
  for (const said of Object.values(texts)) expect([said?.value].flat().join('\n')).not.toMatch(harmful);
  for (const said of [task, deliverable, impact, requirements, learning, accessibility]) {
    if (!said) continue;
    const html = markdownToHtml(said.value);
    expect(intruders(html)).toEqual([]);
    expect(html).not.toMatch(harmful);
    expect(markdownToText(said.value)).not.toMatch(harmful);
  }
  expect(path).toMatch(/^\/(?:en\/opportunities|fr\/missions)\/[a-z0-9]+(?:-[a-z0-9]+)*\/$/);
}

describe('whatever is written in the texts of an opportunity', () => {
  it('becomes words and links, or is named as a problem', () => {
    let shown = 0;
    fc.assert(
      fc.property(texts, texts, (en, fr) => {
        const raw = rawOpportunity('a', {}, { en, fr });
        const { entries, problems } = acceptEntries([rawOrganization('o1'), rawSettings(), raw], []);
        const content = { locales: ['en', 'fr'] as const, fallbacks: {}, entries, pictures: {}, now: 0 };
        const first = buildSite(content);
        const reviewed = reviewTexts(entries, first, 'https://v.example');
        const isAsWritten = reviewed.entries.every((entry, index) => entry === entries[index]);
        const site = isAsWritten ? first : buildSite({ ...content, entries: reviewed.entries });
        const said = [...problems, ...siteProblems(entries, first), ...reviewed.problems].map(formatProblem);
        for (const line of said) expect(line).not.toMatch(harmful);
        const views = [...site.byLocale.values()].flatMap(({ opportunities }) => opportunities);
        if (views.length === 0) expect(problems.some(({ severity }) => severity === 'blocks')).toBe(true);
        views.forEach(expectHarmless);
        shown += views.length;
      }),
      { numRuns: randomRuns(200) },
    );
    // Nearly half of what is written is accepted; the rest is named as a problem.
    expect(shown).toBeGreaterThan(randomRuns(10));
  });

  it('throws nothing when it stands where it doesn’t belong', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(
            fc.constantFrom(...Object.keys(rawOpportunity('a').shared), 'constructor', '__proto__'),
            fc.string(),
          ),
          fc.jsonValue(),
        ),
        fc.dictionary(
          fc.oneof(fc.constantFrom('title', 'slug', 'formerSlugs', 'questions', 'toString'), fc.string()),
          fc.jsonValue(),
        ),
        (shared, en) => {
          const { entries } = acceptEntries(
            [rawOrganization('o1'), rawSettings(), rawOpportunity('a', shared, { en })],
            [],
          );
          buildSite({ locales: ['en', 'fr'], fallbacks: {}, entries, pictures: {}, now: 0 });
        },
      ),
    );
  });
});
