import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { AnsweredQuestion, AuditEvent, SavedQuestion } from "../api/types";
import { fakeApi, page } from "../testing/fakeApi";
import { show } from "../testing/render";
import { QuestionPage } from "./QuestionPage";
import { QuestionsPage } from "./QuestionsPage";

const question: SavedQuestion = {
  number: 3,
  words: { id: "Adakah teks yang sampai ke klien tanpa advokat?", en: "Did any text reach a client without a lawyer?" },
  types: ["outbound_requested"],
  needs: [],
  takes: ["client", "from", "to"],
  answeredBy: "events",
  judged: true,
  missing: [],
};
const consent: SavedQuestion = {
  ...question,
  number: 1,
  words: { id: "Apakah persetujuan berlaku?", en: "Was consent in force?" },
  needs: ["client"],
  takes: [],
};
const abroad: SavedQuestion = {
  ...question,
  number: 18,
  words: { id: "Apa yang keluar negeri?", en: "What left the country?" },
  types: ["external_processing_recorded"],
  missing: ["external_processing_recorded"],
  judged: false,
};
const event: AuditEvent = {
  sequence: 41,
  streamId: "d0000000-0000-4000-8000-000000000001",
  streamType: "outbound_message",
  version: 1,
  type: "outbound_requested",
  data: {},
  tenantId: "t",
  occurredAt: "2026-11-21T03:00:00Z",
  actor: "system:dispatch",
  correlationId: "c1000000-0000-4000-8000-000000000001",
  hash: "b7",
  eventId: "e0000000-0000-4000-8000-000000000001",
};
const answer: AnsweredQuestion = {
  question,
  judgement: {
    holds: false,
    figures: [
      { name: "messages", value: 12 },
      { name: "others", value: 1 },
    ],
    findings: [
      {
        code: "text_without_lawyer",
        streamId: event.streamId,
        streamType: event.streamType,
        sequence: 41,
        at: event.occurredAt,
        actor: "system:dispatch",
        because: ["definition:triage@9"],
      },
    ],
    moreFindings: false,
  },
  events: page(event) as AnsweredQuestion["events"],
};
const routes = { "GET /staff": page(), "GET /audit/questions": page(consent, question, abroad) };

it("lists the questions with how far they can be answered", async () => {
  fakeApi(routes);
  show(<QuestionsPage />, { at: "/audit/questions", roles: ["auditor"] });
  expect(await screen.findByRole("link", { name: /Q3.*tanpa advokat.*Dihitung/ })).toHaveAttribute("href", "/audit/questions/3");
  expect(screen.getByRole("link", { name: /Q18.*Belum dicatat/ })).toBeInTheDocument();
});

it("shows the verdict, its figures and the place of each finding", async () => {
  fakeApi({ ...routes, "GET /audit/questions/3": answer });
  show(<QuestionPage />, { at: "/audit/questions/3", path: "/audit/questions/:number", roles: ["auditor"] });
  expect(await screen.findByText("Ada yang tidak sebagaimana mestinya.")).toBeInTheDocument();
  expect(screen.getByText("Lainnya").nextSibling).toHaveTextContent("1");
  expect(screen.getByText("definition:triage@9")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: /Pesan keluar d0000000 · #41/ })).toHaveAttribute("href", `/audit/streams/${event.streamId}`);
});

it("asks for what it needs before it asks the server, and keeps it in the address", async () => {
  const requests = fakeApi({ ...routes, "GET /audit/questions/1": { ...answer, question: consent } });
  const { router } = show(<QuestionPage />, { at: "/audit/questions/1", path: "/audit/questions/:number", roles: ["auditor"] });
  expect(await screen.findByText("Isi: ID klien")).toBeInTheDocument();
  expect(requests.some(({ path }) => path === "/audit/questions/1")).toBe(false);
  await userEvent.type(screen.getByRole("textbox", { name: /ID klien/ }), "3f2a9c1b");
  await userEvent.click(screen.getByRole("button", { name: "Jawab" }));
  expect(router.state.location.search).toBe("?subject=3f2a9c1b");
  await waitFor(() => expect(requests.find(({ path }) => path === "/audit/questions/1")?.search.get("subject")).toBe("3f2a9c1b"));
});

it("says honestly what is not recorded yet", async () => {
  fakeApi({ ...routes, "GET /audit/questions/18": { question: abroad, events: page() } });
  show(<QuestionPage />, { at: "/audit/questions/18", path: "/audit/questions/:number", roles: ["auditor"] });
  expect((await screen.findAllByText(/Belum ada peristiwa semacam ini yang dicatat/)).length).toBeGreaterThan(0);
  expect(screen.getByText(/external_processing_recorded/)).toBeInTheDocument();
});
