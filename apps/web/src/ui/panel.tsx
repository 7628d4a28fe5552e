import type { ReactNode } from "react";

type HeadProps = {
  title: ReactNode;
  meta?: ReactNode | undefined;
  /** Stands before the title: severity or an icon. */
  lead?: ReactNode | undefined;
  /** Stands right after the title: a legend or a chip. */
  legend?: ReactNode | undefined;
  /** Stands at the right end: buttons. */
  tools?: ReactNode | undefined;
};

function Head({ title, meta, lead, legend, tools }: HeadProps) {
  return (
    <div className="head">
      {lead}
      <h2 className="h trunc">{title}</h2>
      {legend}
      {tools === undefined || meta !== undefined ? null : <span className="grow" />}
      {meta === undefined ? null : <span className="meta">{meta}</span>}
      {tools}
    </div>
  );
}

type RegionProps = HeadProps & { children: ReactNode; className?: string | undefined; body?: boolean | undefined };

/** A region with one border; never a shadow, never inside another. */
export function Panel({ children, className = "", body, ...head }: RegionProps) {
  return (
    <section className={`panel ${className}`}>
      <Head {...head} />
      {body ? <div className="body stack g12">{children}</div> : children}
    </section>
  );
}

/** A region without a border: a head and what follows. */
export function Section({ children, className = "", ...head }: RegionProps) {
  return (
    <section className={`section ${className}`}>
      <Head {...head} />
      {children}
    </section>
  );
}
