/** Takes out of a file what changes where code is only moved or renamed. */
import type { BuildFolder } from './build-folder';

/** Finds the opening tags of an element. The build writes all values between double quotes. */
const tagsOf = (element: string) => new RegExp(`<${element}\\b(?:[^>"]|"[^"]*")*>`, 'g');
const linkTags = tagsOf('link');
const scriptTags = tagsOf('script');
const islandTags = tagsOf('astro-island');

const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>])`).exec(tag)?.[1];

const without = (tag: string, ...names: readonly string[]) =>
  tag.replace(new RegExp(`\\s(?:${names.join('|')})(?:="[^"]*")?(?=[\\s>])`, 'g'), '');

/** The hashes of a policy, one or more in a row. */
const policyHashes = /'sha256-[\w+/=]+'(?: 'sha256-[\w+/=]+')*/g;
const withoutPolicyHashes = (text: string) => text.replace(policyHashes, "'sha256-…'");

/** Ways to load a script or a sheet early: how many there are follows from how the code is divided into files. */
const loadsCode = (link: string) =>
  attribute(link, 'rel') === 'modulepreload' ||
  (attribute(link, 'rel') === 'preload' && /^(?:script|style)$/.test(attribute(link, 'as') ?? ''));

export interface NormalizedPage {
  /** The HTML without addresses of code, and below it the text of all style sheets in their order. */
  readonly text: string;
  /** What the islands are given. Names of props may change with the code, what a visitor reads may not. */
  readonly props: string;
}

/** A page without what changes where code moves. Throws where it links a style sheet that the build lacks. */
export function normalizePage(html: string, build: BuildFolder): NormalizedPage {
  const sheets: string[] = [];
  const props: string[] = [];
  const markup = html
    .replace(linkTags, (link) => {
      const isSheet = attribute(link, 'rel') === 'stylesheet';
      if (isSheet) sheets.push((attribute(link, 'href') ?? '').replace(/^\//, ''));
      return isSheet || loadsCode(link) ? '' : link;
    })
    .replace(scriptTags, (script) =>
      attribute(script, 'src')?.startsWith('/assets/') ? without(script, 'src', 'integrity') : script,
    )
    .replace(islandTags, (island) => {
      props.push(attribute(island, 'props') ?? '');
      return without(island, 'uid', 'props', 'component-url', 'component-export', 'renderer-url', 'opts');
    });
  return {
    text: `${withoutPolicyHashes(build.withoutAddresses(markup))}\n${build.cssOf(sheets)}`,
    props: build.withoutAddresses(props.join('\n')),
  };
}

/** Any file but a page. Bytes that are no text stay undefined: they have nothing to take out. */
export function normalizeFile(file: string, text: string): string | undefined {
  // The service worker is a script, and lists the others.
  if (file === 'sw.js') return '';
  return file === '_headers' ? withoutPolicyHashes(text) : undefined;
}
