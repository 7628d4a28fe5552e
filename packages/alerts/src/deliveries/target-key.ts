import { addressHash } from "../mail/mail-transport.ts";

/** The key of everything that goes to one mailbox, one channel or one endpoint: its deliveries are attempted together. */
export function targetKeyOf(channelId: string, recipient: string): string {
  return recipient === "" ? `channel:${channelId}` : `mailbox:${addressHash(recipient)}`;
}

/** The key of one webhook endpoint. */
export function endpointTarget(endpointId: string): string {
  return `endpoint:${endpointId}`;
}
