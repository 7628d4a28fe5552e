"use client";

import { Kbd } from "../../ui/key-hint.tsx";
import { currentKeys } from "../../ui/keys/key-registry.ts";
import { Modal } from "../../ui/overlay/modal.tsx";

const shown: Record<string, string> = {
  ctrl: "Ctrl",
  shift: "Shift",
  enter: "Enter",
  escape: "Esc",
  up: "Up",
  down: "Down",
  left: "Left",
  right: "Right",
  home: "Home",
  end: "End",
};

function keyTexts(keys: string): string[] {
  return keys.split(" ").map((press) =>
    press
      .split("+")
      .map((part) => shown[part] ?? part.toUpperCase())
      .join(" "),
  );
}

/** All keys that work on this page, by what registered them. */
export function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const byName = Map.groupBy(open ? currentKeys() : [], (group) => group.name);
  return (
    <Modal open={open} title="Keys" onClose={onClose}>
      {[...byName].map(([name, groups]) => (
        <section key={name} className="stack g8">
          <h3 className="label">{name}</h3>
          <dl className="keys">
            {[
              ...Map.groupBy(
                groups.flatMap((group) => group.bindings),
                (binding) => binding.does,
              ),
            ].map(([does, bindings]) => (
              <KeyRow key={does} keys={bindings.map((binding) => binding.keys)} does={does} />
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}

function KeyRow({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <>
      <dt>{does}</dt>
      <dd>
        <span className="sr">{keys.map((each) => keyTexts(each).join(" then ")).join(" or ")}</span>
        {keys.flatMap(keyTexts).map((text, index) => (
          <Kbd key={index}>{text}</Kbd>
        ))}
      </dd>
    </>
  );
}
