export type Toast = {
  id: number;
  text: string;
  tone: "done" | "failed";
  /** Offered for ten seconds, also with Z. */
  undo?: (() => void) | undefined;
};

let next = 1;
let toasts: readonly Toast[] = [];
const listeners = new Set<() => void>();

function change(list: readonly Toast[]): void {
  toasts = list;
  for (const listener of listeners) listener();
}

/** Shows one line in the corner; failures stay until closed. */
export function showToast(toast: Omit<Toast, "id">): void {
  const id = next;
  next += 1;
  change([...toasts.slice(-2), { ...toast, id }]);
  if (toast.tone === "done") setTimeout(() => closeToast(id), 10_000);
}

/** Takes a line away. */
export function closeToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** Runs the newest undo there is. */
export function undoLast(): void {
  const toast = toasts.findLast((candidate) => candidate.undo !== undefined);
  if (toast === undefined) return;
  closeToast(toast.id);
  toast.undo?.();
}

/** Calls back on every change, for useSyncExternalStore. */
export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The lines shown now. */
export function currentToasts(): readonly Toast[] {
  return toasts;
}
