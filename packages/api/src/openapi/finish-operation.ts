import type { Access, SuccessStatus } from "../meta.ts";
import { answerHeaders, etagHeader, problemAnswers } from "./answers.ts";
import { cleanSchema } from "./clean-schema.ts";
import { exampleOf } from "./example-of.ts";
import type { Answer, JsonSchema, Media, Operation, Parameter } from "./types.ts";

export type OperationFacts = {
  method: string;
  path: string;
  access: Access;
  status: SuccessStatus;
  isKeyed: boolean;
  isPersonal: boolean;
  /** What is at the path has an ETag. */
  isEditable: boolean;
};

function withExample(media: Media): Media {
  const schema = cleanSchema(media.schema) as JsonSchema;
  return { schema, example: exampleOf(schema) };
}

function finishParameter(parameter: Parameter): Parameter {
  const schema = cleanSchema(parameter.schema) as JsonSchema;
  return schema["type"] === "array" ? { ...parameter, schema, style: "form", explode: false } : { ...parameter, schema };
}

const meaning: Record<SuccessStatus, string> = {
  200: "Done.",
  201: "Created.",
  202: "Accepted; the work goes on in the background.",
  204: "Done; no content.",
};

function successAnswer(generated: Answer | undefined, { status, isEditable }: OperationFacts): Answer {
  const headers = isEditable && status !== 204 ? { ...answerHeaders, ...etagHeader } : answerHeaders;
  const answer: Answer = { description: meaning[status], headers };
  const media = generated?.content?.["application/json"];
  return status === 204 || media === undefined ? answer : { ...answer, content: { "application/json": withExample(media) } };
}

function permissionText(access: Access): string {
  if (access === "public") return "Needs no token.";
  if (access === "signed-in") return "Any access token or API key.";
  if (access === "person") return "Any access token; API keys are refused.";
  return access === "platform" ? "Platform superusers only." : `Needs the permission \`${access}\`.`;
}

/** Makes the generator's operation true to the adapter: status, problems, limits, permission, examples. */
export function finishOperation(operation: Operation, facts: OperationFacts): Operation {
  const { method, path, access, status } = facts;
  const takesBody = method === "POST" || method === "PATCH" || method === "PUT";
  const traits = { isPublic: access === "public", hasPath: path.includes("{"), changes: method !== "GET", takesBody };
  const parameters: unknown[] = (operation.parameters ?? []).map(finishParameter);
  if (facts.isKeyed) parameters.push({ $ref: "#/components/parameters/IdempotencyKey" });
  if (facts.isEditable && method !== "GET") parameters.push({ $ref: "#/components/parameters/IfMatch" });
  const body = operation.requestBody;
  const media = body?.content["application/json"];
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    description: [operation.description, permissionText(access)].filter((line) => line !== undefined).join("\n\n"),
    tags: operation.tags,
    security: access === "public" ? [] : [{ bearer: [] }],
    ...(parameters.length === 0 ? {} : { parameters: parameters as Parameter[] }),
    ...(body === undefined || media === undefined
      ? {}
      : { requestBody: { required: true, content: { "application/json": withExample(media) } } }),
    responses: { [String(status)]: successAnswer(operation.responses["200"], facts), ...problemAnswers(traits) },
    "x-permission": access,
    ...(facts.isPersonal ? { "x-people-only": true } : {}),
  };
}
