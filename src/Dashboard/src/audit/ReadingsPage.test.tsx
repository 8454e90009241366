import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { AnsweredQuestion, AuditEvent, SavedQuestion } from "../api/types";
import { fakeApi, page } from "../testing/fakeApi";
import { show } from "../testing/render";
import { ReadingsPage } from "./ReadingsPage";

const question: SavedQuestion = {
  number: 7,
  words: { id: "Siapa membaca?", en: "Who read?" },
  types: ["content_read", "number_revealed"],
  needs: [],
  takes: ["client", "actor", "from", "to"],
  answeredBy: "events",
  judged: true,
  missing: [],
};
const reading: AuditEvent = {
  sequence: 52,
  streamId: "f0000000-0000-4000-8000-000000000001",
  streamType: "reading",
  version: 1,
  type: "content_read",
  data: { contents: [{ kind: "Message" }, { kind: "Message" }, { kind: "Name" }] },
  tenantId: "t",
  occurredAt: "2026-11-21T03:00:00Z",
  actor: "staff:5a",
  reason: "menyiapkan sidang",
  correlationId: "c1000000-0000-4000-8000-000000000001",
  hash: "b7",
  eventId: "e0000000-0000-4000-8000-000000000001",
  subjectId: "3f2a9c1b-0000-4000-8000-000000000001",
};
const answer: AnsweredQuestion = {
  question,
  judgement: {
    holds: null,
    figures: [],
    findings: [{ code: "reader", actor: "staff:5a", at: reading.occurredAt, because: [], count: 2 }],
    moreFindings: false,
  },
  events: page(reading, { ...reading, sequence: 53, type: "number_revealed", data: {} }) as AnsweredQuestion["events"],
};
const routes = {
  "GET /staff": page({ id: "5a", name: "Maria Lestari", email: "m@firma.test", roles: ["lawyer"], active: true }),
  "GET /audit/questions": page(question),
  "GET /audit/questions/7": answer,
};

it("says who read what of whom, why, and how often", async () => {
  fakeApi(routes);
  show(<ReadingsPage />, { at: "/audit/readings", roles: ["auditor"] });
  expect(await screen.findByText("2 × pesan, nama")).toBeInTheDocument();
  expect(screen.getByText("nomor telepon")).toBeInTheDocument();
  expect(screen.getAllByRole("link", { name: "K-3F2A9C1B" })[0]).toHaveAttribute("href", `/audit/readings?subject=${reading.subjectId}`);
  expect(screen.getAllByText(/menyiapkan sidang/).length).toBe(2);
  expect(await screen.findAllByText("Maria Lestari")).not.toHaveLength(0);
  expect(screen.getByText("2 kali")).toBeInTheDocument();
});

it("narrows to one reader from the list of readers", async () => {
  const requests = fakeApi(routes);
  const { router } = show(<ReadingsPage />, { at: "/audit/readings", roles: ["auditor"] });
  await userEvent.click(await screen.findByRole("button", { name: "Semua oleh pelaku ini" }));
  expect(router.state.location.search).toBe("?actor=staff%3A5a");
  await waitFor(() => expect(requests.at(-1)?.search.get("actor")).toBe("staff:5a"));
});
