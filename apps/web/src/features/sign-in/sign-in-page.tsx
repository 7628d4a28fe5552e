import { BrandMark } from "../../ui/brand-mark.tsx";
import { SignInArt } from "./sign-in-art.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** Form left, one chart right. `goTo` is a path on this site. */
export function SignInPage({ goTo }: { goTo: string }) {
  return (
    <div className="sign">
      <main className="signl" id="main">
        <div className="brand">
          <BrandMark />
          <span>Upstream</span>
        </div>
        <SignInForm goTo={goTo} />
        <p className="hint">After 15 minutes without a key or click you are signed out. Ask your customer admin for a new password.</p>
      </main>
      <aside className="signr" aria-label="What Upstream does">
        <p className="sentence">
          Payers change quietly. Upstream shows <b>when</b>, <b>how much</b> and <b>how sure</b> it is, with the claims behind it.
        </p>
        <SignInArt />
      </aside>
    </div>
  );
}
