"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { BrandMark } from "../../ui/brand-mark.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconCaretUpDown } from "../../ui/icon/paths/caret-up-down.ts";
import { iconCheck } from "../../ui/icon/paths/check.ts";
import { ActionMenu } from "../../ui/overlay/action-menu.tsx";
import type { FrameView } from "./frame-view.ts";

/** Names the customer; with more than one it opens the list of them. */
export function CustomerSwitch({ frame }: { frame: FrameView }) {
  const router = useRouter();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  if (frame.customers.length < 2) {
    return (
      <div className="nav-top">
        <BrandMark />
        <span className="strong trunc">{frame.customer.name}</span>
      </div>
    );
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="nav-top"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`Customer: ${frame.customer.name}. Switch customer`}
        onClick={() => setOpen(true)}
      >
        <BrandMark />
        <span className="strong trunc">{frame.customer.name}</span>
        <span className="faint">
          <Icon d={iconCaretUpDown} size={14} />
        </span>
      </button>
      <ActionMenu
        open={open}
        label="Customers"
        anchor={() => button.current}
        onClose={() => setOpen(false)}
        items={frame.customers.map((customer) => ({
          id: customer.slug,
          name: customer.name,
          icon: customer.slug === frame.customer.slug ? iconCheck : undefined,
          run: () => router.push(`/${customer.slug}`),
        }))}
      />
    </>
  );
}
