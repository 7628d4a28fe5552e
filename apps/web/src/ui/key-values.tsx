import { Fragment, type ReactNode } from "react";

/** Pairs of a name and a value, values to the right. */
export function KeyValues({
  pairs,
  className = "",
}: {
  pairs: readonly (readonly [ReactNode, ReactNode])[];
  className?: string | undefined;
}) {
  return (
    <dl className={`kv ${className}`}>
      {pairs.map(([name, value], index) => (
        <Fragment key={index}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
