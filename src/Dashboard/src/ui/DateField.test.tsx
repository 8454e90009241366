import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import { i18next } from "../texts/i18n";
import { DateField } from "./DateField";

function Field({ said, start = "" }: { said: string[]; start?: string }) {
  const [day, setDay] = useState(start);
  return (
    <DateField
      label="Tanggal kerja"
      value={day}
      onChange={(chosen) => {
        said.push(chosen);
        setDay(chosen);
      }}
    />
  );
}

const parts = () => within(screen.getByRole("group", { name: "Tanggal kerja" })).getAllByRole("spinbutton");

it("takes a day as Indonesia writes it: day, month, year", async () => {
  const said: string[] = [];
  render(<Field said={said} />);
  await userEvent.click(screen.getByRole("spinbutton", { name: "Tanggal" }));
  await userEvent.keyboard("05112026");
  expect(said.at(-1)).toBe("2026-11-05");
  expect(new Set(said)).toEqual(new Set(["", "2026-11-05"])); // a half-typed day, such as one of the year 202, is none
  expect(parts().map(({ textContent }) => textContent)).toEqual(["05", "11", "2026"]);
});

it("shows the day it is given, and asks for one in the reader's letters", async () => {
  const { unmount } = render(<Field said={[]} start="2026-11-21" />);
  expect(parts().map(({ textContent }) => textContent)).toEqual(["21", "11", "2026"]);
  unmount();
  render(<Field said={[]} />);
  expect(parts().map(({ textContent }) => textContent)).toEqual(["hh", "bb", "tttt"]);
  await i18next.changeLanguage("en");
  expect(await screen.findByText("yyyy")).toBeInTheDocument();
});
