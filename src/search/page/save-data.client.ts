/**
 * Whether the visitor saves data, or the line is as slow as 2G: what is only convenient isn't loaded then.
 * https://developer.mozilla.org/docs/Web/API/NetworkInformation
 */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & {
    readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
  };
  return connection?.saveData === true || /2g/.test(connection?.effectiveType ?? '');
}
