import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "../../../../server/auth-options";
import { container } from "../../../../server/container";
import { deviceCookie } from "../../../../server/device-cookie";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: NextRequest, context: Context): Promise<Response> {
  let signedIn: string | undefined;
  const options = authOptions((email) => (signedIn = email));
  const response = (await NextAuth(request as never, context as never, options)) as Response;
  const headers = new Headers(response.headers);
  if (signedIn !== undefined) {
    const { isSecure, markDevice } = container();
    const { mark, seconds } = markDevice(signedIn);
    headers.append("set-cookie", deviceCookie(mark, { isSecure, seconds }));
  }
  const isLeaving = request.method === "POST" && (await context.params).nextauth[0] === "signout";
  if (isLeaving) headers.set("clear-site-data", '"storage"');
  return new Response(response.body, { status: response.status, headers });
}

export { handler as GET, handler as POST };
