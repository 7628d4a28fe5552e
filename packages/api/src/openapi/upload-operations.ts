import { answerHeaders, problemAnswers } from "./answers.ts";
import { cleanSchema } from "./clean-schema.ts";
import { exampleOf } from "./example-of.ts";
import type { JsonSchema, Operation } from "./types.ts";

/** The upload of a claim file, which no schema of the generator can describe. */
export function describeUpload(answer: object): Operation {
  const schema = cleanSchema(answer) as JsonSchema;
  const form: JsonSchema = {
    type: "object",
    properties: {
      mappingId: {
        type: "string",
        format: "uuid",
        "x-entity": "mapping",
        description: "Column mapping of the source; comes before the file.",
      },
      file: { type: "string", contentMediaType: "text/csv", description: "The claim file; the last part." },
    },
    required: ["file"],
    additionalProperties: false,
  };
  return {
    operationId: "uploads-receive",
    summary: "Send a claim file",
    description:
      "Multipart with the part `file` last. The same bytes again answer with the first upload.\n\nNeeds the permission `uploads:write`.",
    tags: ["uploads"],
    security: [{ bearer: [] }],
    requestBody: { required: true, content: { "multipart/form-data": { schema: form } } },
    responses: {
      "202": {
        description: "Accepted; the work goes on in the background.",
        headers: answerHeaders,
        content: { "application/json": { schema, example: exampleOf(schema) } },
      },
      ...problemAnswers({ isPublic: false, hasPath: true, changes: true, takesBody: true }),
    },
    "x-permission": "uploads:write",
  };
}

/** The rejected rows as the customer's own file with one more column. */
export function describeRejected(): Operation {
  return {
    operationId: "uploads-rejectedRows",
    summary: "Download the rejected rows with what was wrong",
    description:
      "The same CSV with an `upstream_error` column: correct the rows and send the file again. Each download is in the audit log.\n\nNeeds the permission `uploads:write`.",
    tags: ["uploads"],
    security: [{ bearer: [] }],
    parameters: [{ name: "uploadId", in: "path", required: true, schema: { type: "string", format: "uuid", "x-entity": "upload" } }],
    responses: {
      "200": { description: "The file.", headers: answerHeaders, content: { "text/csv": { schema: { type: "string" } } } },
      ...problemAnswers({ isPublic: false, hasPath: true, changes: true, takesBody: false }),
    },
    "x-permission": "uploads:write",
  };
}
