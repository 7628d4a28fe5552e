/** What a transport knows about one request; `customer` is the slug or id that the console chose. */
export type RequestFacts = {
  requestId: string;
  transport: "rest" | "trpc" | "server";
  address: string;
  userAgent: string;
  customer?: string | undefined;
};
