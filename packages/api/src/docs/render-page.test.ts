import { describe, expect, it } from "vitest";
import { handleRest, openApiDocument } from "../rest/app-routes.ts";
import { sampleDeps } from "../testing/sample-deps.ts";
import { markup, paragraphs } from "./markup.ts";
import { renderPage } from "./render-page.ts";

async function get(path: string): Promise<{ response: Response; text: string }> {
  const response = await handleRest(new Request(`http://localhost/api/v1${path}`), sampleDeps());
  return { response, text: await response.text() };
}

describe("reference page", () => {
  const html = renderPage(openApiDocument(), "/api/v1/docs");

  it("escapes every value that is not markup", () => {
    expect(markup`<p title="${'"'}">${"<script>"}${["&", markup`<b>${"'"}</b>`]}</p>`.html).toBe(
      '<p title="&quot;">&lt;script&gt;&amp;<b>&#39;</b></p>',
    );
    expect(paragraphs("a `b<c` d")[0]?.html).toBe("<p>a <code>b&lt;c</code> d</p>");
  });

  it("shows every operation once, with its permission", () => {
    const operations = Object.values(openApiDocument().paths).flatMap((item) => Object.values(item));
    expect(html.match(/<article /g)).toHaveLength(operations.length);
    expect(html).toContain("<code>members:admin</code>");
  });

  it("loads nothing from elsewhere and has neither inline style nor inline script", () => {
    expect([...html.matchAll(/(?:src|href)="(?!#|\/api\/v1\/)([^"]*)"/g)]).toEqual([]);
    expect(html).not.toMatch(/ style=| on\w+=|<style|<script(?! src=)/);
  });

  it("has no two elements with one id, and a target for every link inside", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it("is served with a strict policy, its style and script beside it", async () => {
    const page = await get("/docs");
    expect(page.response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect((await get("/docs/reference.css")).text).toContain("color-scheme: light dark");
    expect((await get("/docs/reference.js")).response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  });

  it("serves the document it is made of", async () => {
    const { response, text } = await get("/openapi.json");
    expect([response.status, JSON.parse(text)]).toEqual([200, JSON.parse(JSON.stringify(openApiDocument()))]);
  });
});
