import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Answer } from "../api/types";
import { fakeApi, refusal } from "../testing/fakeApi";
import { show } from "../testing/render";
import { intakeOf } from "../testing/samples";
import { CorrectAnswer } from "./CorrectAnswer";

const answerOf = (changes: Partial<Answer> = {}): Answer => ({
  questionId: "nama",
  definitionKey: "criminal",
  question: { id: "Siapa nama Anda?", en: "What is your name?" },
  type: "text",
  display: { id: "Siti Rahma", en: "Siti Rahma" },
  data: "personal",
  answeredAt: "2026-11-21T02:00:00Z",
  byStaff: false,
  options: [],
  ...changes,
});

const open = async () => {
  await userEvent.click(screen.getByRole("button", { name: "Perbaiki jawaban atas: Siapa nama Anda?" }));
  return within(await screen.findByRole("dialog", { name: "Perbaiki jawaban menurut perkataan klien" }));
};

it("sends what the client said, with how they said it", async () => {
  const requests = fakeApi({ "POST /intakes/i1/answers/nama/correct": null });
  show(<CorrectAnswer intake={intakeOf()} answer={answerOf()} />, { roles: ["paralegal"] });
  const dialog = await open();
  expect(dialog.getByRole("button", { name: "Perbaiki" })).toBeDisabled();
  await userEvent.type(dialog.getByRole("textbox", { name: "Jawaban yang benar" }), "Siti Rahmah");
  await userEvent.type(dialog.getByRole("textbox", { name: "Bagaimana klien menyampaikannya?" }), "Lewat telepon");
  await userEvent.click(dialog.getByRole("button", { name: "Perbaiki" }));
  await waitFor(() => expect(requests[0]?.body).toEqual({ answer: "Siti Rahmah", reason: "Lewat telepon" }));
});

it("offers the options of the question, and shows why an answer was not taken", async () => {
  const requests = fakeApi({
    "POST /intakes/i1/answers/nama/correct": refusal(400, "correction_not_valid", "Please answer Yes or No."),
  });
  const options = [
    { value: "true", label: { id: "Ya", en: "Yes" } },
    { value: "false", label: { id: "Tidak", en: "No" } },
  ];
  show(<CorrectAnswer intake={intakeOf()} answer={answerOf({ type: "yes_no", options })} />);
  const dialog = await open();
  await userEvent.click(dialog.getByRole("combobox", { name: "Jawaban yang benar" }));
  await userEvent.click(screen.getByRole("option", { name: "Tidak" }));
  await userEvent.type(dialog.getByRole("textbox", { name: "Bagaimana klien menyampaikannya?" }), "Di kantor");
  await userEvent.click(dialog.getByRole("button", { name: "Perbaiki" }));
  expect(await dialog.findByText("Please answer Yes or No.")).toBeInTheDocument();
  expect(requests[0]?.body).toEqual({ option: "false", reason: "Di kantor" });
});

it.each([
  ["for an auditor", intakeOf(), answerOf(), "auditor"],
  ["once the intake is decided", intakeOf({ state: "accepted" }), answerOf(), "lawyer"],
  ["for a file", intakeOf(), answerOf({ type: "media" }), "lawyer"],
] as const)("is not offered %s", (_, intake, answer, role) => {
  fakeApi({});
  show(<CorrectAnswer intake={intake} answer={answer} />, { roles: [role] });
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});
