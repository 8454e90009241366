import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { registerSW } from "virtual:pwa-register";
import { whenSignedOut } from "./api/client";
import { queryKeys } from "./api/queryKeys";
import { App } from "./shell/App";
import { createQueryClient } from "./shell/queryClient";
import { routes } from "./shell/routes";
import "./texts/i18n";

const client = createQueryClient();
whenSignedOut(() => client.setQueryData(queryKeys.session, null));

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root.");
createRoot(root).render(
  <StrictMode>
    <App client={client}>
      <RouterProvider router={createBrowserRouter(routes)} />
    </App>
  </StrictMode>,
);

registerSW({ immediate: true });
