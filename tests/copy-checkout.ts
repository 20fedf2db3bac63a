/** A copy of this checkout, in which a site is built as on another machine: other folder, no caches, no earlier build. */
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';

const copied = [
  'src',
  'scripts',
  'content',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Copies all that a build needs into the folder `root`, which is emptied first. The packages are linked. */
export async function copyCheckout(root: string): Promise<void> {
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  for (const name of copied) await cp(name, path.join(root, name), { recursive: true });
  await symlink(path.resolve('node_modules'), path.join(root, 'node_modules'));
}
