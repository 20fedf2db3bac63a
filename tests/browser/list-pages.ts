/** Lists the pages of the built site once in a run: specs choose theirs from this, and read no others. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { findTemplatePages } from '../../scripts/built-site/tested-pages';
import { siteDir } from '../../scripts/test/ports';
import { listFile } from './site-pages';

/** Playwright calls it when the site is served, before it loads a spec. */
export default function listPages(): void {
  mkdirSync(path.dirname(listFile), { recursive: true });
  writeFileSync(listFile, JSON.stringify(findTemplatePages(readBuiltPages(siteDir))));
}
