import { Busboy } from "@fastify/busboy";
import type { BusboyFileStream, BusboyInstance } from "@fastify/busboy";
import { Fault } from "../fault.ts";

/** The file of a multipart request, its bytes still on their way, and the fields that came before it. */
export type MultipartFile = { fileName: string; fields: ReadonlyMap<string, string>; bytes: AsyncGenerator<Buffer> };

export type MultipartRules = { fieldNames: readonly string[]; fileLimit: number };

type Arrival = { file: BusboyFileStream; fileName: string };

/** Room for boundaries and part headers beside the file. */
const overhead = 65_536;
const typePattern = /^multipart\/form-data\s*;.*boundary=/i;

function refuse(pointer: string, code: string, detail: string): Fault {
  return new Fault("invalid", { errors: [{ pointer, code, detail }] });
}

function multipartFault(error: unknown): Fault {
  return error instanceof Fault ? error : new Fault("malformed", { reason: "multipart" });
}

function openParser(request: Request, rules: MultipartRules): BusboyInstance {
  const type = request.headers.get("content-type") ?? "";
  if (!typePattern.test(type) || request.headers.has("content-encoding")) throw new Fault("unsupported-media-type");
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (!(declared <= rules.fileLimit + overhead)) throw new Fault("payload-too-large");
  const limits = {
    files: 1,
    fields: rules.fieldNames.length,
    parts: rules.fieldNames.length + 1,
    fileSize: rules.fileLimit,
    fieldNameSize: 64,
    fieldSize: 1_024,
    headerPairs: 20,
    headerSize: 8_192,
  };
  try {
    return new Busboy({ headers: { "content-type": type }, limits });
  } catch {
    throw new Fault("malformed", { reason: "multipart" });
  }
}

function listen(parser: BusboyInstance, rules: MultipartRules, fields: Map<string, string>): Promise<Arrival> {
  return new Promise((resolve, reject) => {
    let hasFile = false;
    const stop = (fault: Fault): void => {
      reject(fault);
      parser.destroy(fault);
    };
    parser.on("field", (name, value, isNameCut, isValueCut) => {
      if (hasFile) stop(refuse(`/${rules.fieldNames.includes(name) ? name : ""}`, "order", "Send every field before the file."));
      else if (name === "file") stop(refuse("/file", "required", "Send the file as the part named file, with a file name."));
      else if (!rules.fieldNames.includes(name) || isNameCut || isValueCut || fields.has(name))
        stop(refuse("", "unknown", "Holds a field that is not known here, too long or repeated."));
      else fields.set(name, value);
    });
    parser.on("file", (name, file, fileName) => {
      hasFile = true;
      file.on("error", () => undefined);
      if (name === "file" && typeof fileName === "string" && fileName !== "") return resolve({ file, fileName });
      file.resume();
      stop(refuse("/file", "required", "Send the file as the part named file, with a file name."));
    });
    for (const event of ["partsLimit", "filesLimit", "fieldsLimit"] as const)
      parser.on(event, () => stop(refuse("", "parts", "Holds more parts than expected.")));
    parser.on("finish", () => reject(refuse("/file", "required", "Send the file as the part named file.")));
    parser.on("error", (error) => reject(multipartFault(error)));
  });
}

async function* follow(file: BusboyFileStream, ended: Promise<void>): AsyncGenerator<Buffer> {
  const chunks = file[Symbol.asyncIterator]();
  for (;;) {
    const next = await chunks.next().catch((error: unknown) => Promise.reject(multipartFault(error)));
    if (next.done === true) break;
    yield next.value as Buffer;
  }
  if (file.truncated) throw new Fault("payload-too-large");
  await ended;
}

function roomIn(parser: BusboyInstance): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      parser.off("drain", go);
      parser.off("close", go);
      resolve();
    };
    parser.on("drain", go);
    parser.on("close", go);
  });
}

/** Feeds the parser at its pace. The request is never cancelled: that would close the connection before the answer. */
async function feed(body: Request["body"], parser: BusboyInstance): Promise<void> {
  for await (const chunk of body?.values({ preventCancel: true }) ?? []) {
    if (parser.destroyed) return;
    if (!parser.write(chunk)) await roomIn(parser);
  }
  if (!parser.destroyed) parser.end();
}

function endOf(parser: BusboyInstance): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.on("finish", resolve);
    parser.on("error", (error) => reject(multipartFault(error)));
  });
}

/**
 * Opens the one file of a multipart request while it arrives: fields first, then the part `file`. The bytes end only after the
 * whole request was read without a fault, so that whoever keeps them keeps nothing of a broken request.
 */
export async function readMultipart(request: Request, rules: MultipartRules): Promise<MultipartFile> {
  const parser = openParser(request, rules);
  const fields = new Map<string, string>();
  const arrival = listen(parser, rules, fields);
  const ended = endOf(parser);
  ended.catch((error: Error) => arrival.then(({ file }) => file.destroy(error)).catch(() => undefined));
  feed(request.body, parser).catch(() => parser.destroy(multipartFault(undefined)));
  const { file, fileName } = await arrival;
  return { fileName, fields, bytes: follow(file, ended) };
}
