import type { ReactNode } from "react";

/** Nothing to show: what that means, and the one thing to do. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="panel empty">
      <span className="strong">{title}</span>
      {children === undefined ? null : <span className="muted">{children}</span>}
      {action}
    </div>
  );
}

/** A page the role cannot see: what it is, who sees it, who can change that. */
export function ForbiddenState({ what, who, role }: { what: string; who: string; role: string }) {
  return (
    <EmptyState title="Your role can’t see this">
      {what} is for {who}. Your role is {role}; an owner or admin can change it.
    </EmptyState>
  );
}
