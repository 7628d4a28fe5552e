import { container } from "../../../../server/container";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const isReady = await container().isReady();
  return Response.json(
    { status: isReady ? "ready" : "not-ready" },
    { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
