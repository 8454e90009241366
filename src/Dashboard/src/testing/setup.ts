import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import { i18next } from "../texts/i18n";

// jsdom lays nothing out, so there is nothing to scroll to.
Element.prototype.scrollIntoView = () => undefined;

afterEach(async () => {
  cleanup();
  localStorage.clear();
  await i18next.changeLanguage("id");
});
