import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconCaretRight } from "../../ui/icon/paths/caret-right.ts";
import { OfflineLine } from "./offline-line.tsx";
import { PageHeading } from "./page-heading.tsx";
import { SearchButton } from "./search-button.tsx";

type PageBarProps = {
  title: string;
  parent?: { name: string; href: string } | undefined;
  /** Secondary buttons, then at most one primary. */
  children?: ReactNode;
};

/** The bar of a page: breadcrumb whose last part is the h1, then its actions; below it a line while there is no connection. */
export function PageBar({ title, parent, children }: PageBarProps) {
  return (
    <>
      <header className="bar">
        <div className="crumb">
          {parent === undefined ? null : (
            <>
              <Link className="hide-s" href={parent.href}>
                {parent.name}
              </Link>
              <span className="hide-s">
                <Icon d={iconCaretRight} />
              </span>
            </>
          )}
          <PageHeading title={title} />
        </div>
        <span className="sp" />
        <SearchButton />
        {children}
      </header>
      <OfflineLine />
    </>
  );
}
