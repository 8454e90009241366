import type { UseQueryResult } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { ApiProblem } from "../api/ApiProblem";
import { show } from "../testing/render";
import { Fetched } from "./Fetched";

const failed = (status: number) =>
  ({ data: undefined, isError: true, error: new ApiProblem(status, {}), refetch: () => undefined }) as unknown as UseQueryResult<string>;

const shown = (status: number) =>
  show(
    <Fetched query={failed(status)} gone="Tidak ditemukan">
      {(text) => text}
    </Fetched>,
  );

it("says that a thing is not there instead of offering to try again", () => {
  shown(404);
  expect(screen.getByText("Tidak ditemukan")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Coba lagi" })).not.toBeInTheDocument();
});

it("offers to try again after any other failure", () => {
  shown(503);
  expect(screen.getByRole("button", { name: "Coba lagi" })).toBeInTheDocument();
});
