const palettes = new Set<() => void>();

/** Opens the palette of the frame. */
export function openPalette(): void {
  for (const open of palettes) open();
}

/** Lets the frame be told to open its palette. */
export function onOpenPalette(open: () => void): () => void {
  palettes.add(open);
  return () => palettes.delete(open);
}
