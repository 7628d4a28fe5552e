import { setImmediate } from "node:timers/promises";
import { blindIndex, columnSealer, newId } from "@upstream/core";
import type { CustomerId, Id, PhiKeys, UploadId } from "@upstream/core";
import { identityHexLength, rowDigester } from "../csv/claim-identity.ts";
import type { ClaimRow } from "../csv/claim-row.ts";
import { boundedCache } from "../csv/clean-text.ts";
import type { PayerDirectory } from "../payers/payer-directory.ts";
import { identityIn, writeRecord } from "./claim-record.ts";
import type { RecordFacts } from "./claim-record.ts";
import { CopyBuffer } from "./copy-buffer.ts";

/** Accepted rows on their way to the database, as COPY records whose envelopes are sealed in place before they leave. */
export type Chunk = {
  rowNos: number[];
  records: CopyBuffer;
  /** Where each row's record ends. */
  ends: number[];
  /** Where each row's envelope begins while it is open; -1 when it is sealed or there is none. */
  open: number[];
  /** Billed and paid cents per row, for the comparison at publish. */
  cents: number[];
  /** Rows that a rule warned of while the file was read. */
  warned: Set<number>;
};

export type ChunkScope = {
  customerId: CustomerId;
  uploadId: UploadId;
  phi: PhiKeys;
  payers: PayerDirectory;
  groupOf: (cpt: string) => string;
};

export type ChunkBuilder = {
  /** An empty chunk; give it back when its rows are stored, so that its room serves again. */
  take(): Chunk;
  giveBack(chunk: Chunk): void;
  add(chunk: Chunk, row: ClaimRow): void;
  /** Seals rows, first to last, for as long as there is time, which is while the database is busy with the chunk before. */
  sealAhead(chunk: Chunk, hasTime: () => boolean): Promise<void>;
  /** Sealed records of the rows at these places, all of them when absent, in pieces of neighbouring rows. */
  pieces(chunk: Chunk, places?: readonly number[]): Generator<Uint8Array>;
};

const rowsPerBreath = 200;
const pieceBytes = 65_536;
const firstRoom = 1_048_576;
/** Persons whose blind indexes are kept at hand. */
const knownPersons = 32_768;

/** Where a row's record begins. */
export function startOf(chunk: Chunk, at: number): number {
  return at === 0 ? 0 : (chunk.ends[at - 1] ?? 0);
}

/** Key of the digests of rows: the customer's own, stable over key rotation. */
export function rowKeyOf(phi: PhiKeys): Buffer {
  return phi.indexKey("claims", "row").export();
}

function personOf(row: ClaimRow): string {
  if (row.patientRef === "" && row.memberId === "" && row.patientName === "" && row.patientDob === "") return "";
  const person: Record<string, string> = {};
  if (row.patientRef !== "") person["patientRef"] = row.patientRef;
  if (row.memberId !== "") person["memberId"] = row.memberId;
  if (row.patientName !== "") person["patientName"] = row.patientName;
  if (row.patientDob !== "") person["patientDob"] = row.patientDob;
  return JSON.stringify(person);
}

const uuidBytes = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");

/** New ids in ascending order: one random id, then its successors, since drawing each at random would cost more than parsing the row. */
function ascendingIds(): () => Uint8Array {
  const id = uuidBytes(newId<Id<"claim">>());
  let tail = id.readUInt32BE(12) >>> 1;
  return () => {
    tail += 1;
    id.writeUInt32BE(tail, 12);
    return id;
  };
}

/** Writes one row's record into a chunk. */
function recordWriter({ customerId, uploadId, phi, payers, groupOf }: ChunkScope): (chunk: Chunk, row: ClaimRow) => void {
  const digester = rowDigester(rowKeyOf(phi));
  const indexed = (column: string) => {
    const key = phi.indexKey("claims", column);
    return boundedCache(knownPersons, (value) => (value === "" ? "" : blindIndex(key, value).toString("latin1")));
  };
  const patientIndex = indexed("patient_ref");
  const memberIndex = indexed("member_id");
  const nextId = ascendingIds();
  const keys = { customer: uuidBytes(customerId), upload: uuidBytes(uploadId), id: nextId(), phiKey: phi.currentKeyId };
  const facts: RecordFacts = { identity: "", values: "", payerId: "", group: "", patientIndex: "", memberIndex: "", person: "" };
  return (chunk, row) => {
    digester.digest(row, facts);
    keys.id = nextId();
    facts.payerId = payers.idOf(row.payer);
    facts.group = groupOf(row.cpt);
    facts.patientIndex = patientIndex(row.patientRef);
    facts.memberIndex = memberIndex(row.memberId);
    facts.person = personOf(row);
    chunk.open.push(writeRecord(chunk.records, row, keys, facts));
    chunk.ends.push(chunk.records.size);
  };
}

/** Builds chunks of claim rows for one upload. */
export function chunkBuilder(scope: ChunkScope): ChunkBuilder {
  const { customerId, phi } = scope;
  const keyId = phi.currentKeyId;
  const place = { table: "claims", column: "phi", customerId };
  const sealEnvelope = columnSealer(phi.fieldKey(keyId, "claims", "phi"), keyId, place, identityHexLength);
  const write = recordWriter(scope);
  const spare: Chunk[] = [];
  const seal = (chunk: Chunk, at: number) => {
    const from = chunk.open[at] ?? -1;
    if (from < 0) return;
    chunk.open[at] = -1;
    sealEnvelope(chunk.records.slice(from, chunk.ends[at] ?? 0), identityIn(chunk.records, startOf(chunk, at)));
  };
  function* pieces(chunk: Chunk, places?: readonly number[]): Generator<Uint8Array> {
    const count = places?.length ?? chunk.ends.length;
    const placeOf = (index: number) => places?.[index] ?? index;
    for (let index = 0; index < count;) {
      const first = placeOf(index);
      const start = startOf(chunk, first);
      let last = first;
      seal(chunk, last);
      for (index += 1; index < count && placeOf(index) === last + 1 && (chunk.ends[last] ?? 0) - start < pieceBytes; index += 1)
        seal(chunk, ++last);
      yield chunk.records.slice(start, chunk.ends[last] ?? 0);
    }
  }
  return {
    take: () => spare.pop() ?? { rowNos: [], records: new CopyBuffer(firstRoom), ends: [], open: [], cents: [], warned: new Set() },
    giveBack: (chunk) => {
      for (const list of [chunk.rowNos, chunk.ends, chunk.open, chunk.cents]) list.length = 0;
      chunk.warned.clear();
      chunk.records.clear();
      spare.push(chunk);
    },
    add: (chunk, row) => {
      write(chunk, row);
      chunk.rowNos.push(row.rowNo);
      chunk.cents.push((row.billedCents ?? 0) + (row.paidCents ?? 0));
    },
    sealAhead: async (chunk, hasTime) => {
      for (let at = 0; at < chunk.ends.length && hasTime(); at += 1) {
        seal(chunk, at);
        if (at % rowsPerBreath === 0) await setImmediate();
      }
    },
    pieces,
  };
}
