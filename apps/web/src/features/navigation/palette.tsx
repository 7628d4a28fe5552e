"use client";

import { useRouter } from "next/navigation";
import { useState, type KeyboardEvent } from "react";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconMagnifyingGlass } from "../../ui/icon/paths/magnifying-glass.ts";
import { Kbd } from "../../ui/key-hint.tsx";
import { currentKeys } from "../../ui/keys/key-registry.ts";
import { Modal } from "../../ui/overlay/modal.tsx";
import type { FrameView } from "./frame-view.ts";
import { keyCommands, matchCommands, standingCommands, type Command } from "./palette-commands.ts";
import { switchTheme } from "./theme-switch.tsx";
import { useLookAgain } from "./use-look-again.ts";
import { usePaletteIndex } from "./use-palette-index.ts";

type PaletteProps = { frame: FrameView; open: boolean; onClose: () => void };

/** Ctrl K: go to a page, an alert, a payer, a file or a claim, or do a thing. Patients are never searched. */
export function Palette({ frame, open, onClose }: PaletteProps) {
  return (
    <Modal open={open} title="Search or jump to" look="palette" onClose={onClose}>
      <PaletteList frame={frame} onClose={onClose} />
    </Modal>
  );
}

function PaletteList({ frame, onClose }: Omit<PaletteProps, "open">) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const go = (path: string) => router.push(path);
  const lookAgain = useLookAgain();
  const [ofPage] = useState(() => keyCommands(currentKeys()));
  const index = usePaletteIndex(frame, text.trim(), go);
  const commands = matchCommands(standingCommands(frame, { go, lookAgain, switchTheme }), [...index.commands, ...ofPage], text);
  const chosen = Math.min(at, commands.length - 1);

  function run(command: Command | undefined) {
    onClose();
    command?.run();
  }

  function press(event: KeyboardEvent) {
    if (event.key === "Enter") run(commands[chosen]);
    const move = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (move === 0) return;
    event.preventDefault();
    setAt((chosen + move + commands.length) % Math.max(1, commands.length));
  }

  return (
    <>
      <div className="palin">
        <Icon d={iconMagnifyingGlass} />
        <input
          className="palbox"
          autoFocus
          aria-label="Search or jump to"
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={commands[chosen] === undefined ? undefined : `palette-${commands[chosen].id}`}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <Kbd>Esc</Kbd>
      </div>
      <div className="pallist" role="listbox" id="palette-list" aria-label="Results">
        {commands.length === 0 ? (
          <p className="mi">{index.searching ? "Searching" : "Nothing found. Claims are found by their whole number."}</p>
        ) : null}
        {commands.map((command, index) => (
          <div key={command.id} role="presentation">
            {commands[index - 1]?.group === command.group ? null : <p className="grp2">{command.group}</p>}
            <div
              id={`palette-${command.id}`}
              role="option"
              aria-selected={index === chosen}
              className={`mi ${index === chosen ? "on" : ""}`}
              onPointerMove={() => setAt(index)}
              onClick={() => run(command)}
            >
              <Icon d={command.icon} size={14} />
              {command.name}
              {index === chosen ? <Kbd>Enter</Kbd> : null}
            </div>
          </div>
        ))}
      </div>
    </>
  );
}
