import { Readable } from "node:stream";
import { exportRejectedRows, receiveUpload } from "@upstream/claims";
import { receivedUploadDto } from "@upstream/claims/schemas";
import { zId } from "@upstream/core";
import type { UploadId } from "@upstream/core";
import { z } from "zod";
import { admit } from "../admit.ts";
import { Fault } from "../fault.ts";
import { describeRejected, describeUpload } from "../openapi/upload-operations.ts";
import { readMultipart } from "./read-multipart.ts";
import type { RawRequest, RawRoute } from "./routes.ts";

const zUploadId = zId("upload");
const zMappingId = zId("mapping");

function mappingIdOf(text: string | undefined): string | undefined {
  if (text === undefined || text === "") return undefined;
  const parsed = zMappingId.safeParse(text);
  if (!parsed.success)
    throw new Fault("invalid", { errors: [{ pointer: "/mappingId", code: "invalid_format", detail: "Not a valid id." }] });
  return parsed.data;
}

async function receive(raw: RawRequest): Promise<Response> {
  const customer = await admit(raw.ctx, "uploads:write", "uploads.receive");
  const maxBytes = raw.ctx.deps.uploadLimitBytes;
  const { fileName, fields, bytes } = await readMultipart(raw.request, { fieldNames: ["mappingId"], fileLimit: maxBytes });
  const received = await receiveUpload(customer, {
    filename: fileName,
    body: bytes,
    mappingId: mappingIdOf(fields.get("mappingId")),
    maxBytes,
  });
  return Response.json(receivedUploadDto.parse(received), { status: 202 });
}

async function rejectedRows(raw: RawRequest): Promise<Response> {
  const customer = await admit(raw.ctx, "uploads:write", "uploads.rejectedRows");
  const uploadId = zUploadId.safeParse(raw.parameters.get("uploadId"));
  if (!uploadId.success) throw new Fault("not-found");
  const { filename, body } = await exportRejectedRows(customer, { uploadId: uploadId.data satisfies UploadId });
  const stream = Readable.toWeb(Readable.from(body)) as ReadableStream<string>;
  return new Response(stream.pipeThrough(new TextEncoderStream()), {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${filename}"` },
  });
}

/** The two routes that move files: they stream, so they are no procedures. */
export const uploadRoutes: RawRoute[] = [
  {
    kind: "raw",
    method: "POST",
    path: "/uploads",
    access: "uploads:write",
    query: new Map(),
    handle: receive,
    operation: describeUpload(z.toJSONSchema(receivedUploadDto)),
  },
  {
    kind: "raw",
    method: "GET",
    path: "/uploads/{uploadId}/rejected.csv",
    access: "uploads:write",
    query: new Map(),
    handle: rejectedRows,
    operation: describeRejected(),
  },
];
