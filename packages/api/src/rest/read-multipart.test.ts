import { describe, expect, it } from "vitest";
import { Fault } from "../fault.ts";
import { readMultipart } from "./read-multipart.ts";

const rules = { fieldNames: ["mappingId"], fileLimit: 200_000 };

type Part = [name: string, value: string, fileName?: string];

function formOf(parts: Part[]): FormData {
  const form = new FormData();
  for (const [name, value, fileName] of parts) {
    if (fileName === undefined) form.append(name, value);
    else form.append(name, new Blob([value]), fileName);
  }
  return form;
}

async function postForm(parts: Part[], headers: Record<string, string> = {}): Promise<Request> {
  const encoded = new Response(formOf(parts));
  return post(await encoded.arrayBuffer(), { "content-type": encoded.headers.get("content-type") ?? "", ...headers });
}

function post(body: RequestInit["body"], headers: Record<string, string> = {}): Request {
  return new Request("http://localhost/", { method: "POST", body: body ?? null, headers, duplex: "half" } as RequestInit);
}

async function receive(request: Request): Promise<{ fileName: string; fields: Record<string, string>; text: string }> {
  const { fileName, fields, bytes } = await readMultipart(request, rules);
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return { fileName, fields: Object.fromEntries(fields), text: Buffer.concat(chunks).toString() };
}

async function refusal(request: Request): Promise<Fault> {
  return receive(request).then(
    () => Promise.reject(new Error("was not refused")),
    (error: unknown) => (error instanceof Fault ? error : Promise.reject(error)),
  );
}

describe("read multipart", () => {
  it("gives the fields before the file and the bytes of the file", async () => {
    const request = await postForm([
      ["mappingId", "m1"],
      ["file", "payer,cpt\nAcme,99213\n", "claims.csv"],
    ]);
    expect(await receive(request)).toEqual({ fileName: "claims.csv", fields: { mappingId: "m1" }, text: "payer,cpt\nAcme,99213\n" });
  });

  it("keeps only the last part of a path in the file's name", async () => {
    expect((await receive(await postForm([["file", "x", "../../etc/passwd"]]))).fileName).toBe("passwd");
  });

  const refusals: [string, () => Request | Promise<Request>, string][] = [
    ["JSON", () => post("{}", { "content-type": "application/json" }), "unsupported-media-type"],
    ["a missing boundary", () => post("x", { "content-type": "multipart/form-data" }), "unsupported-media-type"],
    ["no file", () => postForm([["mappingId", "m1"]]), "invalid"],
    ["a file under another name", () => postForm([["upload", "x", "a.csv"]]), "invalid"],
    [
      "an unknown field",
      () =>
        postForm([
          ["role", "owner"],
          ["file", "x", "a.csv"],
        ]),
      "invalid",
    ],
    [
      "a repeated field",
      () =>
        postForm([
          ["mappingId", "1"],
          ["mappingId", "2"],
          ["file", "x", "a.csv"],
        ]),
      "invalid",
    ],
    [
      "a field after the file",
      () =>
        postForm([
          ["file", "x", "a.csv"],
          ["mappingId", "1"],
        ]),
      "invalid",
    ],
    [
      "two files",
      () =>
        postForm([
          ["file", "x", "a.csv"],
          ["file", "y", "b.csv"],
        ]),
      "invalid",
    ],
    ["a file above the limit", () => postForm([["file", "x".repeat(200_001), "a.csv"]]), "payload-too-large"],
    ["a declared length above the limit", () => postForm([["file", "x", "a.csv"]], { "content-length": "900000000" }), "payload-too-large"],
    [
      "an end in the middle",
      () =>
        post('--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nhalf a file', {
          "content-type": "multipart/form-data; boundary=b",
        }),
      "malformed",
    ],
    ["an empty body", () => post("", { "content-type": "multipart/form-data; boundary=b" }), "malformed"],
  ];

  it.each(refusals)("refuses %s", async (_, make, code) => {
    expect((await refusal(await make())).code).toBe(code);
  });

  it("says of a file sent as a text field that it needs a file name", async () => {
    const { detail } = await refusal(await postForm([["file", "payer,cpt"]]));
    expect(detail.errors).toMatchObject([{ pointer: "/file", code: "required" }]);
  });

  it("passes bytes on while they arrive, at the reader's pace", async () => {
    let pulled = 0;
    const head = new TextEncoder().encode('--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n');
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(pulled === 0 ? head : new Uint8Array(4_096).fill(65));
        pulled += 1;
      },
    });
    const request = post(endless, { "content-type": "multipart/form-data; boundary=b" });
    const { bytes } = await readMultipart(request, { fieldNames: [], fileLimit: 1_000_000_000 });
    const first = await bytes.next();
    expect(first.value?.byteLength).toBeGreaterThan(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(pulled * 4_096).toBeLessThan(2_000_000);
  });
});
