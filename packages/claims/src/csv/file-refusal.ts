/** Why a whole file is refused; every word has one text in the console and the API documents. */
export type FileRefusalCode =
  | "empty_file"
  | "not_csv"
  | "nul_byte"
  | "unclosed_quote"
  | "record_too_long"
  | "too_many_columns"
  | "no_header"
  | "missing_columns"
  | "duplicate_columns"
  | "mapping_unknown_header"
  | "DATE_ORDER"
  | "no_rows"
  | "no_accepted_row";

/** Facts for the person who sent the file: names of columns, row numbers, never a value of a protected column. */
export type FileRefusalDetail = {
  found?: string[] | undefined;
  missing?: string[] | undefined;
  duplicates?: string[] | undefined;
  guesses?: { column: string; header: string }[] | undefined;
  column?: string | undefined;
  examples?: { row: number; value: string }[] | undefined;
  rowNo?: number | undefined;
};

/** Thrown when no row of a file may load. */
export class FileRefusal extends Error {
  readonly code: FileRefusalCode;
  readonly detail: FileRefusalDetail;

  constructor(code: FileRefusalCode, detail: FileRefusalDetail = {}) {
    super(code);
    this.name = "FileRefusal";
    this.code = code;
    this.detail = detail;
  }
}
