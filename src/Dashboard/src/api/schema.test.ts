// @vitest-environment node
import openapi, { astToString } from "openapi-typescript";
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";

const file = (path: string) => new URL(path, import.meta.url);

it("is compiled against the committed document of the hub", async () => {
  const generated = astToString(await openapi(file("../../api/openapi.json")));

  expect(await readFile(file("schema.d.ts"), "utf8")).toContain(generated);
});
