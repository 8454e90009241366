import type { TFunction } from "i18next";
import { ApiProblem } from "../api/ApiProblem";

/** One readable sentence: the server's own where it gave one, ours where only a status came. */
export function problemText(error: unknown, t: TFunction): string {
  if (!(error instanceof ApiProblem)) return t("problem.unexpected");
  if (error.status === 0) return t("problem.offline");
  const known = t(`problem.codes.${error.code}` as "problem.codes.conflict_hits", { defaultValue: "" });
  if (known !== "") return known;
  if (error.detail !== "" && error.status < 500) return error.detail;
  if (error.status === 403) return t("problem.forbidden");
  if (error.status === 404) return t("problem.notFound");
  if (error.status === 409) return t("problem.conflict");
  if (error.status === 429) return t("problem.tooMany");
  return t("problem.server", { status: error.status });
}
