import type { Permission } from "@upstream/core";
import type { OpenApiMeta } from "trpc-openapi";

/** What a caller must be: holder of a permission inside a customer, anybody, anybody signed in, a person signed in, the platform's staff. */
export type Access = Permission | "public" | "signed-in" | "person" | "platform";

export type RestMethod = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
export type SuccessStatus = 200 | 201 | 202 | 204;

/** What every procedure declares about itself; a procedure without it is refused at run time and by the surface test. */
export type ApiMeta = {
  permission: Access;
  /** Status of a successful REST answer; 200 where not named. */
  status?: SuccessStatus;
  /** Whether a REST call may carry an Idempotency-Key. */
  isKeyed?: boolean;
  /** Only for people: an API key or a superuser is refused even with the permission. */
  isPersonal?: boolean;
  /** No REST operation on purpose. */
  isInternal?: true;
  openapi?: NonNullable<OpenApiMeta["openapi"]>;
};

export type RestOptions = {
  permission: Access;
  summary: string;
  description?: string;
  status?: SuccessStatus;
  /** False for a POST that changes nothing or streams; such calls take no Idempotency-Key. */
  isKeyed?: boolean;
  isPersonal?: boolean;
};

const outside: readonly Access[] = ["public", "signed-in", "person", "platform"];

/** Whether the access is a permission inside a customer. */
export function isPermission(access: Access): access is Permission {
  return !outside.includes(access);
}

/** Meta of a procedure that is also a REST operation at `path` below `/api/v1`; its tag is the first path segment. */
export function rest(method: RestMethod, path: `/${string}`, options: RestOptions): ApiMeta {
  const { permission, summary, description, isPersonal = false, status = method === "DELETE" ? 204 : 200 } = options;
  const isKeyed = (method === "POST" || method === "PATCH") && isPermission(permission) && options.isKeyed !== false;
  const openapi = {
    method,
    path,
    summary,
    tags: [path.split("/")[1] ?? "system"],
    protect: permission !== "public",
    ...(description === undefined ? {} : { description }),
  };
  return { permission, status, isKeyed, isPersonal, openapi };
}

/** Meta of a procedure that only the console calls. */
export function internal(options: { permission: Access }): ApiMeta {
  return { permission: options.permission, isInternal: true };
}
