import { QueryClient } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import type { Role, Session } from "../api/types";
import { App } from "../shell/App";
import { CurrentSession } from "../tenancy/currentSession";

export const sessionOf = (...roles: Role[]): Session => ({
  staffId: "00000000-0000-0000-0000-000000000001",
  name: "Maria Wijaya, S.H.",
  email: "maria@firma.test",
  roles,
  tenantId: "00000000-0000-0000-0000-0000000000aa",
  firmName: "Wijaya & Rekan",
  language: "id",
  antiforgeryToken: "token",
});

interface Options {
  roles?: Role[];
  at?: string;
  path?: string;
}

/** Shows a page as a signed-in person sees it, at an address; the router is handed back to look at that address. */
export function show(page: ReactNode, { roles = ["lawyer"], at = "/", path = "*" }: Options = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter([{ path, element: page }], { initialEntries: [at] });
  const view = render(
    <App client={client}>
      <CurrentSession value={sessionOf(...roles)}>
        <RouterProvider router={router} />
      </CurrentSession>
    </App>,
  );
  return { ...view, router, client };
}
