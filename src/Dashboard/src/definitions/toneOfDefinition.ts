import type { DefinitionSummary } from "../api/types";
import type { ToneName } from "../theme/palette";

export const toneOfDefinition: Readonly<Record<DefinitionSummary["state"], ToneName>> = {
  draft: "high",
  published: "good",
  retired: "low",
};
