/** Thrown when another worker holds the upload or a person stopped it: the work in hand must not be written. */
export class LeaseLost extends Error {
  constructor() {
    super("The upload is in other hands");
    this.name = "LeaseLost";
  }
}
