import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../api/ApiProblem";
import { rememberAntiforgeryToken } from "../api/client";
import { session as endpoints } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { Session } from "../api/types";
import { rememberedLanguage, screenLanguage, speak } from "../texts/i18n";

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions<Session | null>({
  queryKey: queryKeys.session,
  staleTime: Infinity,
  queryFn: async ({ signal }) => {
    try {
      return await welcome(await endpoints.read({ signal }));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
});

async function welcome(session: Session): Promise<Session> {
  rememberAntiforgeryToken(session.antiforgeryToken);
  if (rememberedLanguage() === undefined) await speak(screenLanguage(session.language));
  return session;
}

export const useSession = () => useQuery(sessionQuery);

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ email, password }: { email: string; password: string }) => welcome(await endpoints.signIn(email, password)),
    onSuccess: (session) => client.setQueryData(queryKeys.session, session),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => endpoints.signOut(),
    onSuccess: () => {
      rememberAntiforgeryToken("");
      // Nothing of the former person's reading stays in memory for the next one at this desk.
      client.clear();
      client.setQueryData(queryKeys.session, null);
    },
  });
}
