import { PageBar } from "../../../features/navigation/page-bar.tsx";

/** Inside a customer: the thing is not there, or not this customer's. */
export default function CustomerNotFound() {
  return (
    <>
      <PageBar title="Not found" />
      <main className="page" id="main">
        <p className="sentence">
          <b>There is nothing here.</b> It was removed, or it belongs to another customer.
        </p>
      </main>
    </>
  );
}
