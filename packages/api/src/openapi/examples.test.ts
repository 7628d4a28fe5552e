import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openApiDocument } from "../rest/app-routes.ts";

type Media = { schema: Parameters<typeof z.fromJSONSchema>[0]; example?: unknown };
type Content = { content?: Record<string, Media> };
type Described = { requestBody?: Content; responses: Record<string, Content> };

const cases = Object.entries(openApiDocument().paths).flatMap(([path, operations]) =>
  Object.entries(operations as Record<string, Described>).flatMap(([method, { requestBody, responses }]) => {
    const parts = [["body", requestBody] as const, ...Object.entries(responses)];
    return parts.flatMap(([part, holder]) => {
      const media = holder?.content?.["application/json"];
      return media?.example === undefined ? [] : [{ name: `${method} ${path} ${part}`, media }];
    });
  }),
);

describe("the examples of the reference", () => {
  it("stand at most operations", () => {
    expect(cases.length).toBeGreaterThan(100);
  });

  it.each(cases)("keep to their own schema: $name", ({ media }) => {
    expect(z.fromJSONSchema(media.schema).safeParse(media.example)).toMatchObject({ success: true });
  });
});
