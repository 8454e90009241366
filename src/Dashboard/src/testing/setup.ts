import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";
import { i18next } from "../texts/i18n";

// Machines that build many things at once are slow; waiting ends as soon as the condition holds.
configure({ asyncUtilTimeout: 20_000 });

// jsdom lays nothing out, so there is nothing to scroll to.
Element.prototype.scrollIntoView = () => undefined;

afterEach(async () => {
  cleanup();
  localStorage.clear();
  await i18next.changeLanguage("id");
});
