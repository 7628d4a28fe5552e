import { setImmediate } from "node:timers/promises";
import { blindIndex, newId, sealText } from "@upstream/core";
import type { CustomerId, Id, PhiKeys, UploadId } from "@upstream/core";
import { rowDigester } from "../csv/claim-identity.ts";
import type { RowDigest } from "../csv/claim-identity.ts";
import type { ClaimRow } from "../csv/claim-row.ts";
import { boundedCache } from "../csv/clean-text.ts";
import type { PayerDirectory } from "../payers/payer-directory.ts";
import { isException } from "./admit-row.ts";
import { TextShelf } from "./text-shelf.ts";
import { copyDate, copyFlag, copyHex, copyNull, copyNumber, copyText } from "./copy-text.ts";

/** Accepted rows on their way to the database: values as COPY text, a person's data still open, to be sealed when the row is staged. */
export type Chunk = {
  rowNos: number[];
  identities: TextShelf;
  values: TextShelf;
  lines: TextShelf;
  persons: TextShelf;
  patientRefs: TextShelf;
  memberIds: TextShelf;
  /** COPY lines of the first rows, where there was time to seal them before the database asked. */
  sealed: TextShelf;
  /** Billed and paid cents per row, for the comparison at publish. */
  cents: number[];
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
  /** The COPY line of a row, its envelope sealed. */
  line(chunk: Chunk, at: number): string;
  /** Seals rows, first to last, for as long as there is time, which is while the database is busy with the chunk before. */
  sealAhead(chunk: Chunk, hasTime: () => boolean): Promise<void>;
};

const rowsPerBreath = 200;

const shelvesOf = (chunk: Chunk) => [
  chunk.identities,
  chunk.values,
  chunk.lines,
  chunk.persons,
  chunk.patientRefs,
  chunk.memberIds,
  chunk.sealed,
];

function newChunk(): Chunk {
  const shelf = (bytes: number) => new TextShelf(1024, bytes);
  return {
    rowNos: [],
    identities: shelf(65_536),
    values: shelf(65_536),
    lines: shelf(524_288),
    persons: shelf(65_536),
    patientRefs: shelf(65_536),
    memberIds: shelf(65_536),
    sealed: shelf(65_536),
    cents: [],
  };
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

function valuesLine(row: ClaimRow, payerId: string, group: string): string {
  const isDecided = row.outcome !== "PENDING";
  return [
    payerId,
    copyText(row.cpt),
    group,
    copyText(row.modifiers),
    copyDate(row.submittedDay),
    copyDate(row.decidedDay),
    row.outcome ?? "OTHER",
    copyText(row.claimId),
    copyText(row.lineNumber),
    copyNumber(row.billedCents),
    copyNumber(row.allowedCents),
    copyNumber(row.paidCents),
    copyDate(row.paymentDay),
    copyDate(row.serviceDay),
    copyText(row.denialReasonCode),
    copyText(row.denialCodes),
    copyText(row.denialText),
    copyText(row.remarkCodes),
    copyText(row.diagnosisCodes),
    copyNumber(row.units),
    copyText(row.providerNpi),
    copyText(row.facility),
    copyText(row.placeOfService),
    copyText(row.planType),
    copyFlag(row.authorizationRequired),
    copyText(row.authorizationNumber),
    copyFlag(row.authorizationObtained),
    copyFlag(isException(row)),
    copyFlag(isDecided),
  ].join("\t");
}

/** New ids in ascending order: one random id, then its successors, since drawing each at random would cost more than parsing the row. */
function ascendingIds(): () => string {
  const start = newId<Id<"claim">>();
  const head = start.slice(0, 28);
  let tail = Number.parseInt(start.slice(28), 16) >>> 1;
  return () => {
    tail += 1;
    return head + tail.toString(16).padStart(8, "0");
  };
}

/** Builds chunks of claim rows for one upload. */
export function chunkBuilder(scope: ChunkScope): ChunkBuilder {
  const { customerId, uploadId, phi } = scope;
  const digester = rowDigester(rowKeyOf(phi));
  const digest: RowDigest = { identity: "", values: "" };
  const keyId = phi.currentKeyId;
  const key = phi.fieldKey(keyId, "claims", "phi");
  const indexed = (column: string) => {
    const indexKey = phi.indexKey("claims", column);
    return boundedCache(16_384, (value) => (value === "" ? copyNull : copyHex(blindIndex(indexKey, value).toString("hex"))));
  };
  const patientIndex = indexed("patient_ref");
  const memberIndex = indexed("member_id");
  const sealed = (identity: string, person: string) =>
    person === ""
      ? `${copyNull}\t${copyNull}`
      : `${copyHex(sealText(key, keyId, { table: "claims", column: "phi", customerId, row: identity }, person).toString("hex"))}\t${keyId}`;
  const spare: Chunk[] = [];
  const nextId = ascendingIds();
  const lineOf = (chunk: Chunk, at: number): string => {
    const identity = chunk.identities.at(at);
    const head = `${customerId}\t${nextId()}\t${uploadId}\t${chunk.rowNos[at]}\t${copyHex(identity)}\t${copyHex(chunk.values.at(at))}`;
    const person = `${sealed(identity, chunk.persons.at(at))}\t${patientIndex(chunk.patientRefs.at(at))}\t${memberIndex(chunk.memberIds.at(at))}`;
    return `${head}\t${chunk.lines.at(at)}\t${person}\n`;
  };
  return {
    take: () => spare.pop() ?? newChunk(),
    giveBack: (chunk) => {
      chunk.rowNos.length = 0;
      chunk.cents.length = 0;
      for (const shelf of shelvesOf(chunk)) shelf.clear();
      spare.push(chunk);
    },
    add: (chunk, row) => {
      digester.digest(row, digest);
      chunk.rowNos.push(row.rowNo);
      chunk.identities.push(digest.identity);
      chunk.values.push(digest.values);
      chunk.lines.push(valuesLine(row, scope.payers.idOf(row.payer), scope.groupOf(row.cpt)));
      chunk.persons.push(personOf(row));
      chunk.patientRefs.push(row.patientRef);
      chunk.memberIds.push(row.memberId);
      chunk.cents.push((row.billedCents ?? 0) + (row.paidCents ?? 0));
    },
    line: (chunk, at) => (at < chunk.sealed.size ? chunk.sealed.at(at) : lineOf(chunk, at)),
    sealAhead: async (chunk, hasTime) => {
      for (let at = chunk.sealed.size; at < chunk.rowNos.length && hasTime(); at += 1) {
        chunk.sealed.push(lineOf(chunk, at));
        if (at % rowsPerBreath === 0) await setImmediate();
      }
    },
  };
}
