import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./en.json";
import id from "./id.json";

const remembered = "hub.language";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof id };
    returnNull: false;
  }
}

export type ScreenLanguage = "id" | "en";

export function screenLanguage(text: string | null | undefined): ScreenLanguage {
  return text === "en" ? "en" : "id";
}

/** What this browser chose before; otherwise Indonesian. */
export function rememberedLanguage(): ScreenLanguage | undefined {
  const stored = localStorage.getItem(remembered);
  return stored === null ? undefined : screenLanguage(stored);
}

export async function speak(language: ScreenLanguage): Promise<void> {
  localStorage.setItem(remembered, language);
  await i18next.changeLanguage(language);
}

i18next.on("languageChanged", (language) => {
  document.documentElement.lang = language;
});

void i18next.use(initReactI18next).init({
  lng: rememberedLanguage() ?? "id",
  fallbackLng: "id",
  resources: { id: { translation: id }, en: { translation: en } },
  interpolation: { escapeValue: false }, // React escapes
  returnNull: false,
  showSupportNotice: false,
});

export { i18next };
