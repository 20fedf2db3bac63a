/**
 * True in data-saver mode, or on a connection as slow as 2G: then conveniences aren't loaded.
 * https://developer.mozilla.org/docs/Web/API/NetworkInformation
 */
export function isDataSaverOn(): boolean {
  const { connection } = navigator as Navigator & {
    readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
  };
  return connection?.saveData === true || /2g/.test(connection?.effectiveType ?? '');
}
