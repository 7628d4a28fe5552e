import type { Clock, Kek, Logger } from "@upstream/core";
import type { Db } from "@upstream/db";

/** What sign-in and token verbs need from the host. */
export type AuthDeps = {
  db: Db;
  clock: Clock;
  logger: Logger;
  kek: Kek;
  /** Issuer and audience of access tokens: the public address of this installation. */
  issuer: string;
};
