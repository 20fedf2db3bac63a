/**
 * Decap offers its backup of unsaved text as soon as it has it, and fills the form from the file, or empties it for a new
 * entry, where that comes later: text that was just brought back would be lost. So what Decap reads from its backups waits until the form is there.
 */

/** How long (ms) a backup waits at most: the form of an entry whose file is gone never comes. */
const longestWait = 10_000;

const hasForm = () => document.querySelector('label[for*="-field-"]') !== null;

const isForm = () => /\/(?:entries\/|new\b)/.test(location.hash);

/** Resolves once the form of the opened or new entry is there; at once on any other page. */
function waitForForm(): Promise<void> {
  if (!isForm() || hasForm()) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = () => {
      observer.disconnect();
      clearTimeout(timer);
      resolve();
    };
    const observer = new MutationObserver(() => {
      if (hasForm()) finish();
    });
    const timer = setTimeout(finish, longestWait);
    observer.observe(document.body, { childList: true, subtree: true });
  });
}

/**
 * Makes Decap's reads wait. It must run before Decap's script, whose storage listens by `onsuccess`. A browser without
 * such a storage has Decap keep its backups elsewhere.
 */
export function holdBackups(): void {
  if (!('IDBObjectStore' in globalThis)) return;
  const { get } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.get = function (this: IDBObjectStore, key: IDBValidKey | IDBKeyRange) {
    const request = get.call(this, key) as IDBRequest<unknown>;
    Object.defineProperty(request, 'onsuccess', {
      set: (listener: (event: Event) => void) =>
        request.addEventListener(
          'success',
          (event) => void waitForForm().then(() => listener.call(request, event)),
        ),
    });
    return request;
  };
}
