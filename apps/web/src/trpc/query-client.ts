import { QueryClient } from "@tanstack/react-query";

const freshMilliseconds = 30_000;

/** Cache of the browser: lists are fresh for 30 seconds; a refused request is not tried again by itself. */
export function createQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { staleTime: freshMilliseconds, retry: 1, refetchOnWindowFocus: false } } });
}
