import type { JsonAnswer } from '../answers.ts';
import type { Collection } from '../delivery/delivery.ts';
import type { DeliveryQuery } from '../delivery/query.ts';
import type { HttpAnswer } from '../http.ts';
import type { ManagementRequest } from '../management/request.ts';

/** The position of a request in a series, for faults that don't last. */
export interface RequestPosition {
  readonly collection: Collection | undefined;
  /** The number of requests to the API so far, including this one. */
  readonly requestNumber: number;
  /** The number of requests for the same collection so far, including this one. */
  readonly collectionRequestNumber: number;
}

/** A fault of the service. Each function changes one stage of an answer. */
export interface Fault {
  /** The description for `--help`. */
  readonly description: string;
  readonly query?: (query: DeliveryQuery, position: RequestPosition) => DeliveryQuery;
  readonly result?: (result: JsonAnswer, position: RequestPosition) => JsonAnswer;
  readonly answer?: (answer: HttpAnswer, position: RequestPosition) => HttpAnswer;
  /** Replaces an answer of the Management API. */
  readonly manage?: (request: ManagementRequest) => JsonAnswer | undefined;
  /** Changes the answer with the bytes of an asset. */
  readonly file?: (answer: HttpAnswer) => HttpAnswer;
}
