import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../api/ApiProblem";

/** A refusal stays a refusal however often one asks; only silence and the server's own trouble are worth another try. */
function worthAnotherTry(failures: number, error: Error): boolean {
  return failures < 2 && (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500);
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: worthAnotherTry, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
}
