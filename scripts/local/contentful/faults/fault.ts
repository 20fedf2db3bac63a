import type { StandInResponse, StandInResult } from '../delivery/answers';
import type { LocaleSetting } from '../locale-settings';
import type { ManagementRequest } from '../management/management-request';
import type { DeliveryQuery } from '../delivery/query';
import type { Collection } from '../delivery/resources';
import type { Space } from '../space';

/** The position of a request in a series, for faults that don't last. */
export interface RequestPosition {
  readonly collection: Collection | undefined;
  /** The number of requests to the API so far, including this one. */
  readonly requestNumber: number;
  /** The number of requests for the same collection so far, including this one. */
  readonly collectionRequestNumber: number;
}

/** A fault of a space or of the service. Each function changes one stage of an answer. */
export interface StandInFault {
  /** The description for `--help`. */
  readonly description: string;
  readonly locales?: (settings: readonly LocaleSetting[]) => readonly LocaleSetting[];
  readonly space?: (space: Space) => Space;
  readonly query?: (query: DeliveryQuery, position: RequestPosition) => DeliveryQuery;
  readonly result?: (result: StandInResult, position: RequestPosition) => StandInResult;
  readonly answer?: (answer: StandInResponse, position: RequestPosition) => StandInResponse;
  /** Replaces an answer of the Management API. */
  readonly manage?: (request: ManagementRequest) => StandInResult | undefined;
  /** Changes the answer with a picture's bytes. */
  readonly file?: (answer: StandInResponse) => StandInResponse;
}
