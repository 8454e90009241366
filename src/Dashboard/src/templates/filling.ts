import type { FilledTemplate } from "../api/endpoints";
import type { Template, TemplateParts } from "../api/types";

export type Values = Readonly<Record<string, string>>;

export interface Blank {
  /** Which component it stands in, and where. */
  key: string;
  kind: "header" | "body" | "button";
  name: string;
  example: string | null | undefined;
}

/** Values can be typed for words alone: a header of pictures or places, and cards, are filled by scripts. */
export const canBeTyped = (parts: TemplateParts): boolean =>
  (parts.headerFormat ?? "TEXT") === "TEXT" &&
  parts.cards.length === 0 &&
  parts.buttons.every((one) => !one.needsValue || one.kind === "url");

export const blanksOf = (parts: TemplateParts): Blank[] => [
  ...parts.headerVariables.map(({ name, example }) => ({ key: `header/${name}`, kind: "header" as const, name, example })),
  ...parts.bodyVariables.map(({ name, example }) => ({ key: `body/${name}`, kind: "body" as const, name, example })),
  ...parts.buttons.flatMap((button, index) =>
    button.needsValue ? [{ key: `button/${index}`, kind: "button" as const, name: button.label, example: undefined }] : [],
  ),
];

/** Meta takes no line break, no tab and no more than four spaces in a row. */
export const isClean = (value: string): boolean => !/[\r\n\t]| {5}/.test(value);

export const samplesOf = (parts: TemplateParts): Values =>
  Object.fromEntries(blanksOf(parts).flatMap(({ key, example }) => (example ? [[key, example]] : [])));

/** A text with its values in place; a blank without one keeps its braces. */
export const fill = (text: string, component: "header" | "body", values: Values): string =>
  text.replace(/\{\{\s*(\w+)\s*\}\}/g, (braces, name: string) => values[`${component}/${name}`] || braces);

export function toRequest(template: Template, parts: TemplateParts, values: Values): FilledTemplate {
  const texts = (component: "header" | "body", variables: TemplateParts["bodyVariables"]) =>
    variables.length === 0
      ? []
      : [
          {
            type: component,
            parameters: variables.map(({ name }) => ({
              type: "text",
              text: (values[`${component}/${name}`] ?? "").trim(),
              ...(template.named && { parameter_name: name }),
            })),
          },
        ];
  const buttons = parts.buttons.flatMap((button, index) =>
    button.needsValue
      ? [{ type: "button", sub_type: button.kind, index, parameters: [{ type: "text", text: (values[`button/${index}`] ?? "").trim() }] }]
      : [],
  );
  return {
    template: template.name,
    language: template.language,
    parameters: [...texts("header", parts.headerVariables), ...texts("body", parts.bodyVariables), ...buttons],
  };
}
