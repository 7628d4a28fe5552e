"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

let shownAt: string | null = null;

/** The h1 of a page; a change of route moves the focus to it, the first page leaves the browser's alone. */
export function PageHeading({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const pathname = usePathname();
  useEffect(() => {
    const isChange = shownAt !== null && shownAt !== pathname;
    shownAt = pathname;
    if (isChange) heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <h1 className="trunc" tabIndex={-1} ref={heading}>
      {title}
    </h1>
  );
}
