import { z } from "zod";
import { errorTable } from "../error-table.ts";
import type { ProblemCode } from "../error-table.ts";
import { problemSchema, problemType } from "../problem.ts";
import { cleanSchema } from "./clean-schema.ts";
import type { Answer, JsonSchema, OpenApiDocument } from "./types.ts";

const exampleRequest = "0192f0c1-7b3a-7c21-9a44-3f5b2a1c0d9e";

const header = (description: string): Record<string, unknown> => ({ description, schema: { type: "string" } });

/** Headers of every answer, as references. */
export const answerHeaders: Record<string, unknown> = {
  "x-request-id": { $ref: "#/components/headers/RequestId" },
  ratelimit: { $ref: "#/components/headers/RateLimit" },
  "ratelimit-policy": { $ref: "#/components/headers/RateLimitPolicy" },
};

/** The header of something that can be edited. */
export const etagHeader: Record<string, unknown> = { etag: { $ref: "#/components/headers/ETag" } };

function problemAnswer(code: ProblemCode): Answer {
  const { status, title, detail } = errorTable[code];
  const example = { type: problemType(code), title, status, detail, instance: `urn:uuid:${exampleRequest}`, code, errors: [] };
  return {
    description: title,
    headers: answerHeaders,
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" }, example } },
  };
}

function componentName(code: ProblemCode): string {
  return code.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

/** Shared parts of the document: the problem schema, one answer for each problem, headers. */
export function sharedComponents(): OpenApiDocument["components"] {
  const codes = Object.keys(errorTable) as ProblemCode[];
  return {
    schemas: { Problem: cleanSchema(z.toJSONSchema(problemSchema)) as JsonSchema },
    responses: Object.fromEntries(codes.map((code) => [componentName(code), problemAnswer(code)])),
    headers: {
      RequestId: header("Id of this request; the same as in a problem's `instance`."),
      RateLimit: header('State of the limit: `"default";r=<left>;t=<seconds to reset>`.'),
      ETag: header("Names this version; send it as If-Match to edit exactly this one."),
      RateLimitPolicy: header('The limit: `"default";q=<requests>;w=<window in seconds>`.'),
    },
    parameters: {
      IfMatch: {
        name: "If-Match",
        in: "header",
        required: false,
        description: "An ETag that was answered before. Where somebody has edited since, nothing is changed and 412 is answered.",
        schema: { type: "string", maxLength: 1024 },
      },
      IdempotencyKey: {
        name: "Idempotency-Key",
        in: "header",
        required: false,
        description:
          "1–255 printable characters. A repeat with the same key and body gets the first answer for 24 hours; with another body it is refused.",
        schema: { type: "string", minLength: 1, maxLength: 255 },
      },
    },
  };
}

export type AnswerTraits = { isPublic: boolean; hasPath: boolean; changes: boolean; takesBody: boolean };

/** The problems that an operation can answer with. */
export function problemAnswers(traits: AnswerTraits): Record<string, Answer> {
  const codes: ProblemCode[] = ["malformed"];
  if (!traits.isPublic) codes.push("unauthenticated", "forbidden");
  if (traits.isPublic && traits.changes) codes.push("unauthenticated");
  if (traits.hasPath) codes.push("not-found");
  if (traits.changes) codes.push("conflict", "precondition-failed");
  if (traits.takesBody) codes.push("payload-too-large", "unsupported-media-type", "invalid");
  codes.push("rate-limited", "internal", "unavailable");
  return Object.fromEntries(
    codes.map((code) => [String(errorTable[code].status), { $ref: `#/components/responses/${componentName(code)}` }]),
  );
}
