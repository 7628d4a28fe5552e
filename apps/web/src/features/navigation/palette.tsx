"use client";

import { useRouter } from "next/navigation";
import { useState, type KeyboardEvent } from "react";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconListBullets, iconMagnifyingGlass, iconMoon } from "../../ui/icon/icon-paths.ts";
import { Kbd } from "../../ui/key-hint.tsx";
import { Modal } from "../../ui/overlay/modal.tsx";
import { entriesFor } from "./entries.ts";
import type { FrameView } from "./frame-view.ts";
import { switchTheme } from "./theme-switch.tsx";

type Command = { id: string; group: string; name: string; icon: string; run: () => void };

type PaletteProps = { frame: FrameView; open: boolean; onClose: () => void };

/** Ctrl K: go to a page, look a claim up, do a thing. Patients are never searched. */
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
  const commands = commandsFor(frame, text.trim(), (path) => router.push(path));
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
        {commands.length === 0 ? <p className="mi">Nothing found.</p> : null}
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

function commandsFor(frame: FrameView, text: string, go: (path: string) => void): Command[] {
  const base = `/${frame.customer.slug}`;
  const pages = entriesFor(frame.permissions).map((entry) => ({
    id: entry.id,
    group: "Go to",
    name: entry.name,
    icon: entry.icon,
    run: () => go(`${base}${entry.path}`),
  }));
  const theme = { id: "theme", group: "Do", name: "Switch theme", icon: iconMoon, run: switchTheme };
  const known = [...pages, theme].filter((command) => command.name.toLowerCase().includes(text.toLowerCase()));
  if (text.length < 3) return known;
  const search = {
    id: "claims-search",
    group: "Claims",
    name: `Claims that match “${text}”`,
    icon: iconListBullets,
    run: () => go(`${base}/claims?search=${encodeURIComponent(text)}`),
  };
  return [...known, search];
}
