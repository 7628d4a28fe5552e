export type OwnerView = { name: string; initials: string; you: boolean };

/** Up to two initials of a name or address. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  return `${words[0]?.charAt(0) ?? ""}${words[1]?.charAt(0) ?? ""}`.toUpperCase();
}

/** Round mark of a person; dashed when nobody owns the thing. */
export function OwnerMark({ owner }: { owner: OwnerView | null }) {
  if (owner === null) return <span className="ava none" role="img" aria-label="No owner" />;
  return (
    <span className={`ava ${owner.you ? "you" : ""}`} role="img" aria-label={owner.you ? "You" : owner.name}>
      {owner.you ? "ME" : owner.initials}
    </span>
  );
}

/** "You", the name, or "No owner". */
export function ownerName(owner: OwnerView | null): string {
  return owner === null ? "No owner" : owner.you ? "You" : owner.name;
}
