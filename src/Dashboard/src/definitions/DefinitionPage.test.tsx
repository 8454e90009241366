import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Definition } from "../api/types";
import { fakeApi } from "../testing/fakeApi";
import { show } from "../testing/render";
import { DefinitionPage } from "./DefinitionPage";

const definition: Definition = {
  key: "sewa",
  version: 1,
  kind: "legalIntake",
  title: { id: "Sewa", en: "Lease" },
  state: "published",
  hasDraft: true,
  publishedAt: "2026-11-21T02:00:00Z",
  source: "key: sewa",
  hash: "b2",
  faults: [],
  versions: [
    { version: 1, hash: "a1", kind: "legalIntake", title: { id: "Sewa", en: "Lease" }, at: "2026-11-21T02:00:00Z", by: "system:demo" },
  ],
  running: [{ version: 1, sessions: 2 }],
};

const checked = { hash: "b2", faults: [{ code: "target_missing", line: 1, question: "nama", reason: "'hilang' is not a question." }] };

it("compares the draft with what is published, question by question", async () => {
  fakeApi({
    "GET /intake-definitions/sewa": definition,
    "GET /intake-definitions/sewa/difference": {
      key: "sewa",
      from: 1,
      changes: [
        { part: "question", id: "nama", kind: "changed", aspects: [{ aspect: "wording", before: ["id: Nama?"], after: ["id: Siapa?"] }] },
      ],
    },
  });
  show(<DefinitionPage />, { at: "/definitions/sewa?view=difference", path: "/definitions/:key" });
  expect(await screen.findByText("Pertanyaan nama")).toBeVisible();
  expect(screen.getByText("Siapa").tagName).toBe("INS");
});

it("tells a paralegal who publishes, and a lawyer what stands in the way", async () => {
  const routes = {
    "GET /intake-definitions/sewa": definition,
    "POST /intake-definitions/sewa/check": checked,
    "GET /staff": { items: [] },
  };
  fakeApi(routes);
  const { unmount } = show(<DefinitionPage />, { roles: ["paralegal"], at: "/definitions/sewa?view=edit", path: "/definitions/:key" });
  expect(await screen.findByText("Hanya advokat yang dapat menerbitkan.")).toBeVisible();
  unmount();
  show(<DefinitionPage />, { at: "/definitions/sewa?view=edit", path: "/definitions/:key" });
  expect(await screen.findByText("Perbaiki dulu kesalahannya.")).toBeVisible();
  expect(screen.getByText("'hilang' is not a question.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Terbitkan" })).toBeDisabled();
});
