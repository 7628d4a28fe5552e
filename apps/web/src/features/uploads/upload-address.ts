/** Where the browser sends claim files; the session cookie says who, a header for which customer. */
export const uploadAddress = "/api/uploads";

/** Where the rejected rows of a file are taken from. */
export function rejectedAddress(slug: string, uploadId: string): string {
  return `${uploadAddress}/${uploadId}/rejected.csv?customer=${encodeURIComponent(slug)}`;
}
