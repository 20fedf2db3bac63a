/** Throws where files are of two builds: the site was published again, or an old file was cached. */
export function assertSameBuild(isSame: boolean): asserts isSame {
  if (!isSame) throw new Error('Not all files are of one build.');
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
