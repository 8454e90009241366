/** What the client may tap under a reply, while it is being written. */
export type Choices = { kind: "buttons"; titles: string[] } | { kind: "list"; button: string; sections: Section[] };

export interface Section {
  title: string;
  rows: { title: string; description: string }[];
}

/** WhatsApp's own limits. */
export const most = {
  buttons: 3,
  buttonTitle: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  section: 24,
  textBesideButtons: 1024,
  caption: 1024,
  text: 4096,
};

export const noButtons: Choices = { kind: "buttons", titles: [""] };
export const noRows: Choices = { kind: "list", button: "", sections: [{ title: "", rows: [{ title: "", description: "" }] }] };

export const rowCount = (sections: readonly Section[]) => sections.reduce((sum, { rows }) => sum + rows.length, 0);

export const longestText = (choices: Choices | undefined) => (choices?.kind === "buttons" ? most.textBesideButtons : most.text);

/** Whether WhatsApp would take them: everything named, nothing too long, nothing twice. */
export function isComplete(choices: Choices): boolean {
  if (choices.kind === "buttons") return fit(choices.titles, most.buttonTitle) && differ(choices.titles);
  const { button, sections } = choices;
  const rows = sections.flatMap((section) => section.rows);
  return (
    fit([button], most.buttonTitle) &&
    fit(
      rows.map(({ title }) => title),
      most.rowTitle,
    ) &&
    rows.every(({ description }) => description.trim().length <= most.rowDescription) &&
    (sections.length === 1 ||
      (fit(
        sections.map(({ title }) => title),
        most.section,
      ) &&
        differ(sections.map(({ title }) => title)))) &&
    sections.every(
      (section) =>
        section.rows.length > 0 && differ(section.rows.map(({ title, description }) => `${title.trim()}\n${description.trim()}`)),
    )
  );
}

/** As the API takes them. */
export function toRequest(choices: Choices) {
  if (choices.kind === "buttons") return { buttons: choices.titles.map((title) => title.trim()) };
  return {
    list: {
      button: choices.button.trim(),
      sections: choices.sections.map(({ title, rows }) => ({
        title: title.trim() === "" ? null : title.trim(),
        rows: rows.map((row) => ({ title: row.title.trim(), description: row.description.trim() === "" ? null : row.description.trim() })),
      })),
    },
  };
}

/** As the client will see them: what is not named yet is not shown. */
export function asOffered(choices: Choices) {
  if (choices.kind === "buttons") return { buttons: choices.titles.filter((title) => title.trim() !== "").map((title) => ({ title })) };
  return {
    list: {
      button: choices.button,
      rows: choices.sections.flatMap((section) =>
        section.rows
          .filter(({ title }) => title.trim() !== "")
          .map((row, at) => ({
            id: String(at),
            title: row.title,
            description: row.description,
            section: section.title.trim() === "" ? null : section.title,
          })),
      ),
    },
  };
}

const fit = (texts: readonly string[], longest: number) => texts.every((text) => text.trim() !== "" && text.trim().length <= longest);
const differ = (texts: readonly string[]) => new Set(texts.map((text) => text.trim())).size === texts.length;
