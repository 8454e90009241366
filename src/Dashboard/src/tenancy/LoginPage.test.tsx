import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeApi, refusal } from "../testing/fakeApi";
import { sessionOf, show } from "../testing/render";
import { LoginPage, safeReturn } from "./LoginPage";

async function signIn() {
  await userEvent.type(screen.getByLabelText(/Email/), "maria@firma.test");
  await userEvent.type(screen.getByLabelText(/Kata sandi/), "rahasia");
  await userEvent.click(screen.getByRole("button", { name: "Masuk" }));
}

it("returns to where the visitor was going", async () => {
  const requests = fakeApi({ "GET /session": refusal(401, "signed_out", ""), "POST /session": sessionOf("lawyer") });
  const { router } = show(<LoginPage />, { at: "/login?return=%2Finbox%2Fc1", path: "/login" });
  await signIn();
  await waitFor(() => expect(router.state.location.pathname).toBe("/inbox/c1"));
  expect(requests.at(-1)?.body).toEqual({ email: "maria@firma.test", password: "rahasia" });
});

it("says that the email or the password is wrong, and not which", async () => {
  fakeApi({ "GET /session": refusal(401, "signed_out", ""), "POST /session": refusal(401, "sign_in_refused", "no") });
  show(<LoginPage />, { at: "/login" });
  await signIn();
  expect(await screen.findByRole("alert")).toHaveTextContent("Email atau kata sandi salah.");
});

it.each([
  ["/matters/1?x=2", "/matters/1?x=2"],
  ["//evil.test", "/"],
  ["/\\evil.test", "/"],
  ["https://evil.test", "/"],
  ["/login?return=/", "/"],
  [null, "/"],
])("follows only a path of this application: %s", (wanted, followed) => expect(safeReturn(wanted)).toBe(followed));
