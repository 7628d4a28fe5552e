import { ForbiddenState } from "./empty-state.tsx";

/** The main part of a page that the role cannot see. */
export function ForbiddenPage({ what, who, role }: { what: string; who: string; role: string }) {
  return (
    <main className="page" id="main">
      <ForbiddenState what={what} who={who} role={role} />
    </main>
  );
}
