import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeApi, page, refusal } from "../testing/fakeApi";
import { show } from "../testing/render";
import { conversationOf } from "../testing/samples";
import { ConversationMenu } from "./ConversationMenu";

const open = () => userEvent.click(screen.getByRole("button", { name: "Tindakan lain untuk percakapan ini" }));
const choose = (name: string) => userEvent.click(screen.getByRole("menuitem", { name }));

it("gives the conversation to a colleague who may hold it", async () => {
  const requests = fakeApi({
    "GET /staff": page(
      { id: "b1", name: "Budi", roles: ["paralegal"], isActive: true },
      { id: "a1", name: "Ani", roles: ["auditor"], isActive: true },
      { id: "g1", name: "Gita", roles: ["lawyer"], isActive: false },
    ),
    "POST /conversations/c1/assignment": null,
  });
  show(<ConversationMenu conversation={conversationOf({ assignedTo: { id: "b1", name: "Budi" } })} />);
  await open();
  await choose("Tugaskan…");
  await userEvent.click(await screen.findByRole("combobox", { name: "Ditugaskan kepada" }));
  expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["Tidak seorang pun", "Budi"]);
  await userEvent.click(screen.getByRole("option", { name: "Tidak seorang pun" }));
  await userEvent.click(screen.getByRole("button", { name: "Tugaskan" }));
  await waitFor(() => expect(requests.find(({ method }) => method === "POST")?.body).toEqual({ to: null }));
});

it("blocks a client for a reason alone, and only for lawyers", async () => {
  const requests = fakeApi({ "POST /conversations/c1/block": null });
  const { unmount } = show(<ConversationMenu conversation={conversationOf()} />);
  await open();
  await choose("Blokir klien");
  expect(screen.getByRole("button", { name: "Blokir klien" })).toBeDisabled();
  await userEvent.type(screen.getByRole("textbox"), "Mengancam staf");
  await userEvent.click(screen.getByRole("button", { name: "Blokir klien" }));
  await waitFor(() => expect(requests[0]?.body).toEqual({ reason: "Mengancam staf" }));
  unmount();
  show(<ConversationMenu conversation={conversationOf()} />, { roles: ["paralegal"] });
  await open();
  expect(screen.queryByRole("menuitem", { name: "Blokir klien" })).not.toBeInTheDocument();
});

it("says why something did not happen although its menu is closed", async () => {
  fakeApi({ "POST /conversations/c1/resolve": refusal(409, "conversation_held", "A colleague holds this conversation.") });
  show(<ConversationMenu conversation={conversationOf()} />);
  await open();
  await choose("Tandai selesai");
  expect(await screen.findByText(/Rekan Anda memegang percakapan ini/)).toBeInTheDocument();
});

it("offers what fits its standing", async () => {
  fakeApi({});
  show(<ConversationMenu conversation={conversationOf({ standing: "resolved" })} />);
  await open();
  expect(screen.getAllByRole("menuitem").map(({ textContent }) => textContent)).toEqual(["Tugaskan…", "Buka kembali", "Blokir klien"]);
});
