import { address, antiforgery, signedOut } from "./client";
import { ApiProblem, type ProblemDetails } from "./ApiProblem";

/** Sends a file and tells how far it is, from 0 to 1: `fetch` cannot tell that. */
export function upload<T>(path: string, file: File, report: (part: number) => void, signal: AbortSignal): Promise<T> {
  return new Promise<T>((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", address(path));
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Idempotency-Key", crypto.randomUUID());
    if (antiforgery() !== "") request.setRequestHeader("X-CSRF-TOKEN", antiforgery());
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && report(loaded / total);
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) {
        done(answer as T);
        return;
      }
      if (request.status === 401) signedOut();
      failed(new ApiProblem(request.status, (answer as ProblemDetails | undefined) ?? { status: request.status }));
    };
    request.onerror = () => failed(new ApiProblem(0, { title: "network" }));
    request.onabort = () => failed(new DOMException("The upload was taken back.", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // cut off, or none of the hub's
    throw error;
  }
}
