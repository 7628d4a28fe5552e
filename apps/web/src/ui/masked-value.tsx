/** Eight dots in place of a value that is not shown; the value is not in the page. */
export function MaskedValue() {
  return (
    <span className="mask" role="img" aria-label="hidden">
      ••••••••
    </span>
  );
}
