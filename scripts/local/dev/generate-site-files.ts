/**
 * Runs in a process of its own for the development server: writes the files that a build generates without
 * rendering: feeds, embeds, open data and the search index. Each run has the code as saved, and doesn't slow the server.
 */
import { readFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { applyBrand } from '@/brand/brand';
import { overrideStrings } from '@/i18n/strings';
import type { Content } from '@/pipeline/content';
import { createSiteFiles } from '@/publish/build/site-files';
import { planSiteFiles } from '@/publish/files/planned-files';
import { writeSearchIndex } from '@/search/index/build-index';
import { buildSite } from '@/site/site';

// People wait for the page that they edit, and for a publish of what they saved, sooner than for a search.
setPriority(constants.priority.PRIORITY_LOW);

const [snapshot = '', outDir = '', siteUrl = ''] = process.argv.slice(2);
const content = JSON.parse(await readFile(snapshot, 'utf8')) as Content;
overrideStrings(content.strings ?? {});
applyBrand(content.brand);
const site = buildSite(content);
const files = createSiteFiles({ folder: outDir, siteUrl, secrets: [] });
await files.writePlanned(planSiteFiles(site, new URL(siteUrl)), new AbortController().signal);
await writeSearchIndex({ site, outDir });
