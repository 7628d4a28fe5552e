export type DomainErrorCode =
  | "NOT_FOUND"
  | "FORBIDDEN"
  | "UNAUTHENTICATED"
  | "CONFLICT"
  | "INVALID"
  | "LIMITED"
  | "PRECONDITION"
  | "UNAVAILABLE";

/** One refused field: `pointer` is a JSON pointer (RFC 6901), `detail` never repeats the value. */
export type FieldError = { pointer: string; code: string; detail: string };

export type DomainErrorDetail = {
  /** Stable machine word that narrows the code, for example `same-file` or `token-reused`. */
  reason?: string;
  errors?: FieldError[];
  retryAfterSeconds?: number;
};

/** The only error that domains throw on purpose; its texts are fixed by the edge, never taken from `message`. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly detail: DomainErrorDetail;

  constructor(code: DomainErrorCode, detail: DomainErrorDetail = {}, options?: ErrorOptions) {
    super(detail.reason === undefined ? code : `${code}: ${detail.reason}`, options);
    this.name = "DomainError";
    this.code = code;
    this.detail = detail;
  }
}

/** INVALID with one refused field. */
export function invalidField(pointer: string, code: string, detail: string): DomainError {
  return new DomainError("INVALID", { errors: [{ pointer, code, detail }] });
}
