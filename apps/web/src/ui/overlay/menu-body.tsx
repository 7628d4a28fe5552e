"use client";

import { Menu } from "@base-ui/react/menu";
import { Fragment } from "react";
import { Icon } from "../icon/icon.tsx";
import { Kbd } from "../key-hint.tsx";

export type MenuItem = {
  id: string;
  name: string;
  icon?: string | undefined;
  /** Key that runs the item while the menu is open. */
  hint?: string | undefined;
  /** A line above the item. */
  divided?: boolean | undefined;
  danger?: boolean | undefined;
  run: () => void;
};

export type MenuProps = {
  label: string;
  anchor: () => Element | null;
  items: readonly MenuItem[];
  onClose: () => void;
  side?: "bottom" | "top" | undefined;
};

/** The open menu itself, in its own chunk. */
export function MenuBody({ label, anchor, items, onClose, side = "bottom" }: MenuProps) {
  function press(event: React.KeyboardEvent) {
    const item = items.find((candidate) => candidate.hint?.toLowerCase() === event.key.toLowerCase());
    if (item === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
    item.run();
  }
  return (
    <Menu.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} side={side} align="start" sideOffset={4} className="menupos">
          <Menu.Popup className="overlay menu" aria-label={label} data-modal="" onKeyDown={press}>
            {items.map((item) => (
              <Fragment key={item.id}>
                {item.divided ? <hr /> : null}
                <Menu.Item className={`mi ${item.danger ? "c-critical" : ""}`} onClick={item.run}>
                  {item.icon === undefined ? null : <Icon d={item.icon} size={14} />}
                  {item.name}
                  {item.hint === undefined ? null : <Kbd>{item.hint}</Kbd>}
                </Menu.Item>
              </Fragment>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
