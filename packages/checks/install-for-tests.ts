/** Before unit tests start: some of them run the linter, or read the workflows as GitHub does. */
import { installChecks } from './run-check';

export default function setup() {
  installChecks((line) => console.log(line));
}
