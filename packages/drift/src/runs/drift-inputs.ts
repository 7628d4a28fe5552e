import type { CellRows } from "../look/build-cells.ts";
import type { FeedMode } from "../look/feed-mode.ts";
import type { DriftState } from "./drift-state.ts";

export type InputUpload = { id: string; sha256: string; receivedOn: number };

/** Everything a run reads, from one state of the data. */
export type DriftInputs = {
  rows: CellRows;
  uploads: InputUpload[];
  payers: ReadonlyMap<string, string>;
  /** Set by the customer; undefined: found in the data. */
  mode: FeedMode | undefined;
  state: DriftState;
  /** The run before, whatever its kind. */
  last: LastRun | undefined;
};

export type LastRun = { id: string; kind: string; method: string; watermark: number | null; cellsSha256: string; uploadIds: string[] };
