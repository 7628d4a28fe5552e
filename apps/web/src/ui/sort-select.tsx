import { Icon } from "./icon/icon.tsx";
import { iconSortDescending } from "./icon/paths/sort-descending.ts";

export type SortOption<S extends string> = { value: S; name: string };

/** The order of a list, at the end of its filters; on a phone lists keep their own. */
export function SortSelect<S extends string>({
  value,
  options,
  onChange,
}: {
  value: S;
  options: readonly SortOption<S>[];
  onChange: (sort: S) => void;
}) {
  return (
    <label className="sortbox hide-s">
      <Icon d={iconSortDescending} size={14} />
      <span className="sr">Order</span>
      <select value={value} onChange={(event) => onChange(event.target.value as S)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
