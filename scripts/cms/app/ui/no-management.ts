/** Stands in for the Management client that the App SDK wraps: the app changes entries through the form alone. */
export function createClient(): object {
  return {};
}
