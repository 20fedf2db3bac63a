/** The tools, besides the packages, that tests of builds and pages need. */

/** Installs what tests of builds and pages look at them with. Returns the variables that say where it is. */
export async function installTools(print: (line: string) => void): Promise<Record<string, string>> {
  // Loaded only now, so that help and a wrong option are answered at once.
  const { ensureBrowser } = await import('./browser');
  const browser = ensureBrowser(print);
  print(`Browser: ${browser}`);
  const { ensurePoppler } = await import('./poppler');
  ensurePoppler(print);
  const { ensureW3m } = await import('./w3m');
  ensureW3m(print);
  const { ensureNginx } = await import('./nginx');
  const nginx = ensureNginx(print);
  return { CHROMIUM_PATH: browser, ...(nginx === undefined ? {} : { NGINX_PATH: nginx }) };
}
