/** An address that leads nowhere, or to something this person may not know of. */
export default function NotFound() {
  return (
    <main className="page alone" id="main">
      <h1 className="sentence">
        <b>There is nothing here.</b> The address is wrong, or it belongs to a customer you do not work for.
      </h1>
      <p>
        <a className="link" href="/">
          Go to your overview
        </a>
      </p>
    </main>
  );
}
