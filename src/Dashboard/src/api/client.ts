import { ApiProblem, type ProblemDetails } from "./ApiProblem";

export type QueryValue = string | number | boolean | undefined;
export type Query = Readonly<Record<string, QueryValue>>;

const root = "/api/v1";

// The token of the signed-in session; the client needs it beside the cookie to prove that this page made the request.
let antiforgeryToken = "";
let onSignedOut: () => void = () => undefined;

export function rememberAntiforgeryToken(token: string): void {
  antiforgeryToken = token;
}

export const antiforgery = () => antiforgeryToken;
export const signedOut = () => onSignedOut();

export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? `${root}${path}` : `${root}${path}?${text}`;
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) => send<T>("GET", address(path, query), undefined, signal);
export const post = <T = void>(path: string, body?: unknown) => send<T>("POST", address(path), body);
export const put = <T = void>(path: string, body?: unknown) => send<T>("PUT", address(path), body);
/** A file as it is. */
export const putFile = <T>(path: string, type: string, content: string) => send<T>("PUT", address(path), content, undefined, type);
export const remove = <T = void>(path: string) => send<T>("DELETE", address(path));

/** A long act whose server tells how far it is: named reports on the way, then `result`. A server that only answers is understood too. */
export async function follow<T>(
  path: string,
  reports: Readonly<Record<string, (data: unknown) => void>>,
  signal?: AbortSignal,
): Promise<T> {
  const headers: Record<string, string> = { Accept: "text/event-stream, application/json;q=0.9" };
  if (antiforgeryToken !== "") headers["X-CSRF-TOKEN"] = antiforgeryToken;
  const response = await exchange("POST", address(path), headers, undefined, signal);
  if (!(response.headers.get("Content-Type") ?? "").startsWith("text/event-stream")) return (await response.json()) as T;
  for await (const { name, data } of eventsOf(response)) {
    if (name === "result") return data as T;
    if (name === "problem") throw new ApiProblem(200, data as ProblemDetails);
    reports[name]?.(data);
  }
  throw new ApiProblem(0, { title: "The answer ended before its result." });
}

async function* eventsOf(response: Response): AsyncGenerator<{ name: string; data: unknown }> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    const blocks = (rest + part.value).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const name = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (name !== undefined && data !== undefined) yield { name, data: JSON.parse(data) as unknown };
    }
  }
}

async function send<T>(method: string, url: string, body?: unknown, signal?: AbortSignal, type = "application/json"): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = type;
  if (method !== "GET" && antiforgeryToken !== "") headers["X-CSRF-TOKEN"] = antiforgeryToken;
  if (method === "POST") headers["Idempotency-Key"] = crypto.randomUUID();
  const sent = typeof body === "string" && type !== "application/json" ? body : body === undefined ? undefined : JSON.stringify(body);
  const response = await exchange(method, url, headers, sent, signal);
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

async function exchange(
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: string,
  signal?: AbortSignal,
): Promise<Response> {
  const request: RequestInit = { method, headers, credentials: "same-origin", cache: "no-store" };
  if (body !== undefined) request.body = body;
  if (signal !== undefined) request.signal = signal;
  let response: Response;
  try {
    response = await fetch(url, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem(0, { title: error instanceof Error ? error.message : "network" });
  }
  if (response.ok) return response;
  if (response.status === 401 && !url.startsWith(`${root}/session`)) onSignedOut();
  throw new ApiProblem(response.status, await problemOf(response));
}

async function problemOf(response: Response): Promise<ProblemDetails> {
  const type = response.headers.get("Content-Type") ?? "";
  if (!type.includes("json")) return { status: response.status };
  try {
    return (await response.json()) as ProblemDetails;
  } catch (error) {
    if (error instanceof SyntaxError) return { status: response.status }; // cut off on the way
    throw error;
  }
}
