import type { StandInResponse, Result } from '../delivery/answers';
import type { LocaleSetting } from '../locale-settings';
import type { ManagementRequest } from '../management/management-request';
import type { DeliveryQuery } from '../delivery/query';
import type { Collection } from '../delivery/resources';
import type { Space } from '../space';

/** Which request it is, for faults that don't last. */
export interface Occasion {
  readonly collection: Collection | undefined;
  /** Requests to the API so far, this one included. */
  readonly nth: number;
  /** Requests for the same collection so far, this one included. */
  readonly nthOfCollection: number;
}

/** One way in which a space or the service can be wrong. Each part changes one stage of an answer. */
export interface StandInFault {
  /** What happens, for `--help`. */
  readonly description: string;
  readonly locales?: (settings: readonly LocaleSetting[]) => readonly LocaleSetting[];
  readonly space?: (space: Space) => Space;
  readonly query?: (query: DeliveryQuery, occasion: Occasion) => DeliveryQuery;
  readonly result?: (result: Result, occasion: Occasion) => Result;
  readonly answer?: (answer: StandInResponse, occasion: Occasion) => StandInResponse;
  /** What the Management API answers in its own stead. */
  readonly manage?: (request: ManagementRequest) => Result | undefined;
  /** What becomes of the answer with a picture's bytes. */
  readonly file?: (answer: StandInResponse) => StandInResponse;
}
