"use client";

import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconX } from "../../ui/icon/paths/x.ts";

export type MenuName = "assign" | "snooze" | "judge" | "resolve";

type BulkBarProps = { count: number; onAcknowledge: () => void; onMenu: (menu: MenuName) => void; onClear: () => void };

/** Actions on what is selected, bottom centre; announced when it appears. */
export function BulkBar({ count, onAcknowledge, onMenu, onClear }: BulkBarProps) {
  return (
    <>
      <p className="sr" role="status">
        {count === 0 ? "" : `${count} selected, actions available`}
      </p>
      {count === 0 ? null : (
        <div className="bulk overlay" role="toolbar" aria-label={`Actions on ${count} selected alerts`}>
          <span className="cnt">{count} selected</span>
          <span className="div" />
          <Button kind="ghost" size="sm" hint="A" onClick={onAcknowledge}>
            Acknowledge
          </Button>
          <Button kind="ghost" size="sm" hint="O" data-menu="assign" onClick={() => onMenu("assign")}>
            Assign
          </Button>
          <Button kind="ghost" size="sm" hint="S" data-menu="snooze" onClick={() => onMenu("snooze")}>
            Snooze
          </Button>
          <Button kind="ghost" size="sm" hint="V" data-menu="judge" onClick={() => onMenu("judge")}>
            Judge
          </Button>
          <Button kind="ghost" size="sm" hint="E" data-menu="resolve" onClick={() => onMenu("resolve")}>
            Resolve
          </Button>
          <span className="div" />
          <Button kind="ghost" size="sm" icon aria-label="Clear the selection" onClick={onClear}>
            <Icon d={iconX} size={14} />
          </Button>
        </div>
      )}
    </>
  );
}
