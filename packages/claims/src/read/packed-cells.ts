/** The cells of one payer and procedure in one text: a row for each would cost the driver more than the counting. */
export type PackedRow = { payerId: string; cptGroup: string; cpt: string; cells: string };

const fieldMark = "\u001f";
const cellMark = "\u001e";

/** SQL that joins the fields of all cells of a group; none of them is null or holds a control character. */
export function packed(fields: readonly string[]): string {
  return `string_agg(concat_ws(E'\\x1f', ${fields.join(", ")}), E'\\x1e')`;
}

export function fieldsOf(cells: string): string[][] {
  return cells.split(cellMark).map((cell) => cell.split(fieldMark));
}
