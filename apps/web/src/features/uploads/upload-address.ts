/** Where the browser sends a customer's claim files; the session cookie says who sends. */
export function uploadAddress(slug: string): string {
  return `/api/console/${slug}/uploads`;
}

/** Where the rejected rows of a file are taken from. */
export function rejectedAddress(slug: string, uploadId: string): string {
  return `${uploadAddress(slug)}/${uploadId}/rejected.csv`;
}
