export interface ProblemDetails {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  faults?: unknown;
  [extension: string]: unknown;
}

/** The server's "no" (RFC 9457) or the network's silence (status 0), as the pages show it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly body: ProblemDetails;

  constructor(status: number, body: ProblemDetails) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = "ApiProblem";
    this.status = status;
    this.code = body.code ?? (status === 0 ? "offline" : `http_${status}`);
    this.detail = body.detail ?? body.title ?? "";
    this.body = body;
  }

  /** The field faults of a refused request, as sentences. */
  get faults(): string[] {
    const faults = this.body.faults ?? this.body["errors"];
    if (Array.isArray(faults)) return faults.map(sentence).filter((text) => text !== "");
    if (typeof faults === "object" && faults !== null) return Object.values(faults).flat().map(sentence);
    return [];
  }
}

function sentence(fault: unknown): string {
  if (typeof fault === "string") return fault;
  if (typeof fault === "object" && fault !== null) {
    const { message, field } = fault as { message?: unknown; field?: unknown };
    if (typeof message === "string") return typeof field === "string" ? `${field}: ${message}` : message;
  }
  return "";
}
