import type { AnyProcedure } from "@trpc/server";
import { handleTrpc } from "../handle-trpc.ts";
import { handleRest } from "../rest/app-routes.ts";
import type { Caller, World } from "./world.ts";

export type Reply = { status: number; headers: Headers; body: unknown };

async function read(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, body: isJson && text !== "" ? JSON.parse(text) : text };
}

export type RestCall = { method: string; path: string; body?: unknown; headers?: Record<string, string> };

/** Sends a REST request as a caller, through Request and Response. */
export async function sendRest(world: World, caller: Caller, call: RestCall): Promise<Reply> {
  const headers = new Headers(call.headers);
  if (caller.token !== undefined) headers.set("authorization", `Bearer ${caller.token}`);
  if (call.body !== undefined) headers.set("content-type", "application/json");
  const body = call.body === undefined ? null : JSON.stringify(call.body);
  return read(await handleRest(new Request(`http://localhost/api/v1${call.path}`, { method: call.method, headers, body }), world.deps));
}

/** Calls a procedure as the console would, in the customer named by id or slug. */
export async function sendTrpc(
  world: World,
  caller: Caller,
  call: { name: string; procedure: AnyProcedure; input: unknown; customer?: string },
): Promise<Reply> {
  const headers = new Headers(call.customer === undefined ? {} : { "x-upstream-customer": call.customer });
  const url = new URL(`http://localhost/api/trpc/${call.name}`);
  if (call.procedure._def.type === "query") {
    url.searchParams.set("input", JSON.stringify(call.input));
    return read(await handleTrpc(new Request(url, { headers }), world.deps, caller.principal));
  }
  headers.set("content-type", "application/json");
  return read(
    await handleTrpc(new Request(url, { method: "POST", headers, body: JSON.stringify(call.input) }), world.deps, caller.principal),
  );
}
