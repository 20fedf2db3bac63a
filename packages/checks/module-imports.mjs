/**
 * A linter rule that says which folder may import which other folders. It compares paths without checking that files
 * exist, so it needs no resolver.
 */
import path from 'node:path';

/**
 * Returns the path of an imported file, from the project's folder; undefined for a package:
 * `('src/model/a.ts', '@/i18n/t') -> 'src/i18n/t'`, `('src/model/a.ts', '../i18n/t?raw') -> 'src/i18n/t'`.
 */
function importedPath(file, specifier) {
  const name = specifier.replace(/\?.*/, '');
  if (name.startsWith('.')) return path.posix.join(path.posix.dirname(file), name);
  return /^@(?:bench|scripts)?\//.test(name)
    ? name.replace(/^@\//, 'src/').replace('@bench/', 'packages/bench/').replace(/^@/, '')
    : undefined;
}

/**
 * Its option lists the folders, each with those that it may import besides itself: `{ 'src/model': ['src/i18n'] }`.
 * Files outside of all these folders may import anything, and any file may import them.
 */
export const moduleImports = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } }],
    messages: { refused: '{{from}} may not import {{to}} (see packages/checks/modules.mjs)' },
  },
  create(context) {
    const [folders] = context.options;
    const folderOf = (file) => Object.keys(folders).find((folder) => `${file}/`.startsWith(`${folder}/`));
    const file = path.relative(context.cwd, context.physicalFilename).replaceAll(path.sep, '/');
    const from = folderOf(file);
    if (from === undefined) return {};
    const check = ({ source }) => {
      if (typeof source?.value !== 'string') return;
      const to = folderOf(importedPath(file, source.value) ?? '');
      if (to === undefined || to === from || folders[from].includes(to)) return;
      const data = { from: path.basename(from), to: path.basename(to) };
      context.report({ node: source, messageId: 'refused', data });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
    };
  },
};
