import { Fault } from "../fault.ts";
import { checkJson } from "./check-json.ts";

/** Largest JSON body in bytes. */
export const jsonLimit = 1_048_576;

const jsonType = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

function refuseDeclared(request: Request, limit: number): void {
  const declared = request.headers.get("content-length");
  if (declared === null) return;
  if (!/^\d{1,15}$/.test(declared)) throw new Fault("malformed", { reason: "content-length" });
  if (Number(declared) > limit) throw new Fault("payload-too-large");
}

/** Stops at the limit without cancelling: that would close the connection before the answer. */
async function readBytes(stream: ReadableStream<Uint8Array>, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream.values({ preventCancel: true })) {
    size += chunk.byteLength;
    if (size > limit) throw new Fault("payload-too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Fault("malformed", { reason: "utf-8" });
  }
}

/** Parses JSON; what cannot be parsed is malformed, and nothing of it is repeated. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault("malformed", { reason: "json" });
  }
}

export type JsonBody = { value: Record<string, unknown>; bytes: Buffer };

const nothing: JsonBody = { value: {}, bytes: Buffer.alloc(0) };

/** Reads a JSON object: length while it arrives, strict UTF-8, depth, keys; nothing is coerced. No body at all counts as `{}`. */
export async function readBody(request: Request, limit = jsonLimit): Promise<JsonBody> {
  const encoding = request.headers.get("content-encoding");
  if (encoding !== null && encoding.toLowerCase() !== "identity") throw new Fault("unsupported-media-type", { reason: "content-encoding" });
  refuseDeclared(request, limit);
  if (request.body === null) return nothing;
  const type = request.headers.get("content-type");
  if (type !== null && !jsonType.test(type)) throw new Fault("unsupported-media-type");
  const bytes = await readBytes(request.body, limit);
  if (bytes.byteLength === 0) return nothing;
  if (type === null) throw new Fault("unsupported-media-type");
  const value = parseJson(decodeText(bytes));
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Fault("malformed", { reason: "json-object" });
  checkJson(value);
  return { value: value as Record<string, unknown>, bytes };
}
