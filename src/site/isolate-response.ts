import { ISOLATION_HEADERS } from "./page-policy.ts";

/** The same response with the headers that isolate a page, for hosts that cannot send them. */
export function isolateResponse(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ISOLATION_HEADERS)) headers.set(name, value);
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
