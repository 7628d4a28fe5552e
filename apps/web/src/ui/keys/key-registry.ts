export type KeyBinding = {
  /** "j", "?", "shift+x", "ctrl+enter" or a sequence "g o". */
  keys: string;
  /** What it does, for the list of keys. */
  does: string;
  run: () => void;
  /** Works while a field has the focus. */
  inFields?: boolean | undefined;
};

export type KeyGroup = { name: string; bindings: readonly KeyBinding[] };

const groups = new Set<KeyGroup>();

/** Makes keys work until the returned function is called; later groups win. */
export function registerKeys(group: KeyGroup): () => void {
  groups.add(group);
  return () => groups.delete(group);
}

/** Groups that work now, for the list of keys. */
export function currentKeys(): readonly KeyGroup[] {
  return [...groups];
}

/** The name of a pressed key with its modifiers; Cmd counts as Ctrl. */
export function keyName(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key.toLowerCase().replace("arrow", "");
  const letter = /^[a-z]$/.test(key);
  const control = event.ctrlKey || event.metaKey;
  return `${control ? "ctrl+" : ""}${event.altKey ? "alt+" : ""}${event.shiftKey && (letter || key.length > 1) ? "shift+" : ""}${key}`;
}

/** The binding a key ends, given the key before it (for "g o"); later registrations first. */
export function findBinding(pressed: string, before: string | null): KeyBinding | undefined {
  const all = [...groups].reverse().flatMap((group) => group.bindings);
  const sequence = before === null ? undefined : all.find((binding) => binding.keys === `${before} ${pressed}`);
  return sequence ?? all.find((binding) => binding.keys === pressed);
}

/** Whether some sequence starts with the key. */
export function startsSequence(pressed: string): boolean {
  return [...groups].some((group) => group.bindings.some((binding) => binding.keys.startsWith(`${pressed} `)));
}
