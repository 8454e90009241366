import { vi } from "vitest";

export interface Request {
  method: string;
  path: string;
  search: URLSearchParams;
  headers: Headers;
  body: unknown;
}

/** A value to answer with, or a function of the request that makes one; `null` answers 204. */
export type Routes = Readonly<Record<string, unknown>>;

/** A refusal as the hub words it. */
export const refusal = (status: number, code: string, detail: string, extensions: object = {}) =>
  new Response(JSON.stringify({ status, code, detail, title: detail, ...extensions }), {
    status,
    headers: { "Content-Type": "application/problem+json" },
  });

export const page = (...items: unknown[]) => ({ items, next: null });

/** Answers `GET /replies` and the like in place of the hub; what was asked is kept for the test to read. An unknown route fails the test. */
export function fakeApi(routes: Routes): Request[] {
  const requests: Request[] = [];
  vi.stubGlobal("fetch", (input: string, init: RequestInit = {}) => {
    const url = new URL(input, "http://hub.test");
    const request: Request = {
      method: init.method ?? "GET",
      path: url.pathname.replace("/api/v1", ""),
      search: url.searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
    };
    requests.push(request);
    const route = routes[`${request.method} ${request.path}`];
    if (route === undefined) throw new Error(`The test knows no answer to ${request.method} ${request.path}`);
    const answer: unknown = typeof route === "function" ? (route as (request: Request) => unknown)(request) : route;
    if (answer instanceof Response) return Promise.resolve(answer.clone());
    return Promise.resolve(answer === null ? new Response(null, { status: 204 }) : Response.json(answer));
  });
  return requests;
}
