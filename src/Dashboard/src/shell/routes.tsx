import type { RouteObject } from "react-router";
import { LoginPage } from "../tenancy/LoginPage";
import { BrokenPage } from "./BrokenPage";
import { NotFoundPage } from "./NotFoundPage";
import { Shell } from "./Shell";

/** One chunk a page: a phone loads what it shows. */
export const routes: RouteObject[] = [
  { path: "/login", element: <LoginPage />, errorElement: <BrokenPage /> },
  {
    element: <Shell />,
    errorElement: <BrokenPage />,
    hydrateFallbackElement: <></>,
    children: [
      {
        errorElement: <BrokenPage />,
        children: [
          { path: "/", lazy: async () => ({ Component: (await import("../home/HomePage")).HomePage }) },
          { path: "/inbox", lazy: async () => ({ Component: (await import("../conversations/InboxPage")).InboxPage }) },
          { path: "/inbox/:id", lazy: async () => ({ Component: (await import("../conversations/InboxPage")).InboxPage }) },
          { path: "/replies", lazy: async () => ({ Component: (await import("../replies/RepliesPage")).RepliesPage }) },
          { path: "/intakes", lazy: async () => ({ Component: (await import("../intakes/IntakesPage")).IntakesPage }) },
          { path: "/intakes/:id", lazy: async () => ({ Component: (await import("../intakes/IntakePage")).IntakePage }) },
          { path: "/definitions", lazy: async () => ({ Component: (await import("../definitions/DefinitionsPage")).DefinitionsPage }) },
          { path: "/definitions/:key", lazy: async () => ({ Component: (await import("../definitions/DefinitionPage")).DefinitionPage }) },
          { path: "/tickets", lazy: async () => ({ Component: (await import("../tickets/TicketsPage")).TicketsPage }) },
          { path: "/tickets/:id", lazy: async () => ({ Component: (await import("../tickets/TicketPage")).TicketPage }) },
          { path: "/matters", lazy: async () => ({ Component: (await import("../matters/MattersPage")).MattersPage }) },
          { path: "/matters/:id", lazy: async () => ({ Component: (await import("../matters/MatterPage")).MatterPage }) },
          { path: "/time", lazy: async () => ({ Component: (await import("../timeEntries/TimePage")).TimePage }) },
          { path: "/invoices", lazy: async () => ({ Component: (await import("../invoicing/InvoicesPage")).InvoicesPage }) },
          { path: "/invoices/:id", lazy: async () => ({ Component: (await import("../invoicing/InvoicePage")).InvoicePage }) },
          { path: "/knowledge", lazy: async () => ({ Component: (await import("../knowledge/KnowledgePage")).KnowledgePage }) },
          { path: "/knowledge/:id", lazy: async () => ({ Component: (await import("../knowledge/KnowledgePage")).KnowledgePage }) },
          { path: "/templates", lazy: async () => ({ Component: (await import("../templates/TemplatesPage")).TemplatesPage }) },
          { path: "/templates/:id", lazy: async () => ({ Component: (await import("../templates/TemplatesPage")).TemplatesPage }) },
          { path: "/audit", lazy: async () => ({ Component: (await import("../audit/AuditPage")).AuditPage }) },
          { path: "/audit/questions", lazy: async () => ({ Component: (await import("../audit/QuestionsPage")).QuestionsPage }) },
          { path: "/audit/questions/:number", lazy: async () => ({ Component: (await import("../audit/QuestionPage")).QuestionPage }) },
          { path: "/audit/readings", lazy: async () => ({ Component: (await import("../audit/ReadingsPage")).ReadingsPage }) },
          { path: "/audit/seal", lazy: async () => ({ Component: (await import("../audit/SealPage")).SealPage }) },
          { path: "/audit/streams/:id", lazy: async () => ({ Component: (await import("../audit/EntityPage")).EntityPage }) },
          { path: "/admin", lazy: async () => ({ Component: (await import("../tenancy/AdminPage")).AdminPage }) },
          { path: "*", element: <NotFoundPage /> },
        ],
      },
    ],
  },
];
