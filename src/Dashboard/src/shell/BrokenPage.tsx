import Button from "@mui/material/Button";
import { CloudAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { Empty } from "../ui/Empty";
import { Page } from "../ui/Page";

/** A page broke: either a bug, or a newer version was put in place and this tab still asks for the old files. */
export function BrokenPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const outdated = error instanceof TypeError && /module|import/i.test(error.message);
  return (
    <Page title={t("broken.title")}>
      <Empty
        sign={CloudAlert}
        title={outdated ? t("broken.outdated") : t("broken.sentence")}
        hint={t("broken.hint")}
        action={<Button onClick={() => window.location.reload()}>{t("act.reload")}</Button>}
      />
    </Page>
  );
}
