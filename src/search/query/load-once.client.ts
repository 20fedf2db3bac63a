/** Thrown where files of two builds are mixed: the site was published again, or an old file was cached. */
export class StaleSearchError extends Error {
  override readonly name = 'StaleSearchError';
  override readonly message = 'Not all files are of one build.';
}

/** Thrown where code can't be loaded. Browsers remember that until the page is loaded again. */
export class CodeLoadError extends Error {
  override readonly name = 'CodeLoadError';
}

/** Loads on the first call only; again after a failure. */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    if (!loaded) {
      loaded = load();
      loaded.catch(() => (loaded = undefined));
    }
    return loaded;
  };
}

/** Loads each file once, by its name. */
export function loadEachOnce<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const files = new Map<string, () => Promise<T>>();
  return (name) => {
    const file = files.get(name) ?? loadOnce(() => load(name));
    files.set(name, file);
    return file();
  };
}
