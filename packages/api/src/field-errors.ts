import type { FieldError } from "@upstream/core";
import type { ZodError } from "zod";

type Issue = ZodError["issues"][number];

const formatWords: Record<string, string> = {
  guid: "id",
  uuid: "id",
  regex: "form of this field",
  datetime: "instant",
  email: "mail address",
};

/** JSON pointer (RFC 6901) of a path; names are cut so that an answer cannot be made long by a request. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).slice(0, 64).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

const otherForm = "Does not have an accepted form.";

function textOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `Expected ${issue.expected}.`;
    case "too_big":
      return `At most ${String(issue.maximum)}${issue.origin === "string" ? " characters" : ""}.`;
    case "too_small":
      return `At least ${String(issue.minimum)}${issue.origin === "string" ? " characters" : ""}.`;
    case "invalid_value":
      return `Expected one of ${issue.values.slice(0, 30).map(String).join(", ")}.`;
    case "invalid_format":
      return `Not a valid ${formatWords[issue.format] ?? issue.format}.`;
    case "not_multiple_of":
      return `Expected a multiple of ${String(issue.divisor)}.`;
    case "invalid_union":
      return "options" in issue && issue.options !== undefined ? `Expected one of ${issue.options.map(String).join(", ")}.` : otherForm;
    case "custom":
      return issue.message;
    default:
      return otherForm;
  }
}

/** The refused fields of a zod error; details name the rule and never the value. */
export function fieldErrorsOf(error: ZodError): FieldError[] {
  return error.issues
    .flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), code: "unknown", detail: "This field is not known here." }))
        : [{ pointer: pointerOf(issue.path), code: issue.code, detail: textOf(issue) }],
    )
    .slice(0, 50);
}
