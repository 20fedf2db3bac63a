/** A folder that a build wrote, file by file. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** An address below `/assets/`. Its last part before the extension is a hash of the bytes. */
const assetAddress = /\/assets\/([\w.~@+-]+\.(\w+))/g;

const isScript = (file: string) => file.startsWith('assets/') && file.endsWith('.js');
const isSheet = (file: string) => file.startsWith('assets/') && file.endsWith('.css');

export interface BuildFolder {
  /** The files that are compared, by a key that is the same in both builds: `en/index.html -> en/index.html`. */
  readonly files: ReadonlyMap<string, string>;
  /** Bytes and number of the scripts, which are only counted. */
  readonly scripts: { readonly files: number; readonly bytes: number };
  readonly bytesOf: (file: string) => Buffer;
  /** The text of the style sheets at these addresses, one after the other. */
  readonly cssOf: (addresses: readonly string[]) => string;
  /**
   * A text with all addresses of assets replaced: those of scripts and sheets by their kind alone, those of other files
   * by a hash of the bytes behind them, so that the same data is found under another name.
   */
  readonly withoutAddresses: (text: string) => string;
}

/** Lists a build. Throws where the folder is missing. */
export function readBuildFolder(dir: string): BuildFolder {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
  const known = new Set(names);
  const bytesOf = (file: string) => readFileSync(path.join(dir, file));

  const keys = new Map<string, string>();
  /** `assets/words.en.7f0a0e1f.json -> assets/(c4d1….json)` */
  const keyOf = (file: string): string => {
    const cached = keys.get(file);
    if (cached !== undefined) return cached;
    const sum = createHash('sha256').update(bytesOf(file)).digest('hex').slice(0, 12);
    const key = `assets/(${sum}${path.extname(file)})`;
    keys.set(file, key);
    return key;
  };

  const withoutAddresses = (text: string) =>
    text.replace(assetAddress, (address, name: string, extension: string) => {
      if (extension === 'js' || extension === 'css') return `/assets/(${extension})`;
      return known.has(`assets/${name}`) ? `/${keyOf(`assets/${name}`)}` : address;
    });

  const sheets = new Map<string, string>();
  const cssOf = (addresses: readonly string[]) => {
    const list = addresses.join(' ');
    const css =
      sheets.get(list) ?? withoutAddresses(addresses.map((one) => bytesOf(one).toString()).join(''));
    sheets.set(list, css);
    return css;
  };

  const scripts = names.filter(isScript);
  const compared = names.filter((file) => !isScript(file) && !isSheet(file));
  return {
    files: new Map(compared.map((file) => [file.startsWith('assets/') ? keyOf(file) : file, file])),
    scripts: {
      files: scripts.length,
      bytes: scripts.reduce((sum, file) => sum + bytesOf(file).length, 0),
    },
    bytesOf,
    cssOf,
    withoutAddresses,
  };
}
