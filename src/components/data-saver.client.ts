/** https://developer.mozilla.org/docs/Web/API/NetworkInformation, which not every browser has. */
export type NavigatorWithConnection = Navigator & {
  readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
};

/** True in data-saver mode, or on a connection as slow as 2G: then conveniences aren't loaded. */
export function isDataSaverOn(): boolean {
  const { connection } = navigator as NavigatorWithConnection;
  return connection?.saveData === true || /2g/.test(connection?.effectiveType ?? '');
}
