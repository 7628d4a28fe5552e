import { DomainError } from "@upstream/core";
import { anonymous, authenticateBearer } from "@upstream/tenancy";
import type { Principal } from "@upstream/tenancy";
import type { ApiDeps } from "../deps.ts";
import type { Access } from "../meta.ts";

const bearer = /^Bearer +([\x21-\x7e]{1,4096})$/i;

/** Who sends the request: nobody on public routes, else the owner of the bearer token. */
export async function authenticate(request: Request, deps: ApiDeps, access: Access): Promise<Principal> {
  if (access === "public") return anonymous;
  const token = bearer.exec(request.headers.get("authorization") ?? "")?.[1];
  if (token === undefined) throw new DomainError("UNAUTHENTICATED");
  return authenticateBearer(deps, token);
}
