import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { styled } from "@mui/material/styles";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { screenLanguage } from "../texts/i18n";
import type { Article, Language } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { Problem } from "../ui/Problem";
import { practiceAreas } from "./practiceAreas";
import { useSaveArticle } from "./useKnowledge";

const Pair = styled("div")(({ theme }) => ({
  display: "grid",
  gap: theme.spacing(4),
  gridTemplateColumns: "1fr 1fr",
  [theme.breakpoints.down("sm")]: { gridTemplateColumns: "1fr" },
}));

/** A lawyer publishes; a paralegal's save stays a draft, and drafts are never cited. */
export function ArticleEditor({ article, onDone }: { article: Article | undefined; onDone: (id: string | undefined) => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const save = useSaveArticle();
  const [title, setTitle] = useState(article?.title ?? "");
  const [body, setBody] = useState(article?.body ?? "");
  const [language, setLanguage] = useState<Language>(screenLanguage(article?.language));
  const [practiceArea, setPracticeArea] = useState(article?.practiceArea ?? "other");
  const [sources, setSources] = useState((article?.sources ?? []).join("\n"));
  const valid = title.trim() !== "" && body.trim() !== "";

  const submit = (publish: boolean) => {
    if (!valid) return;
    save.mutate(
      {
        ...(article !== undefined && { id: article.id }),
        title: title.trim(),
        body: body.trim(),
        language,
        practiceArea,
        sources: sources
          .split("\n")
          .map((line) => line.trim())
          .filter((line) => line !== ""),
        publish,
      },
      { onSuccess: (saved) => onDone(saved?.id ?? article?.id) },
    );
  };

  return (
    <Panel title={article === undefined ? t("act.newArticle") : t("knowledge.edit")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit(may("publishArticle"));
        }}
      >
        <Column gap="loose">
          <TextField label={t("field.title")} value={title} onChange={(event) => setTitle(event.target.value)} />
          <Pair>
            <TextField select label={t("field.area")} value={practiceArea} onChange={(event) => setPracticeArea(event.target.value)}>
              {practiceAreas.map((area) => (
                <MenuItem key={area} value={area}>
                  {t(`area.${area}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              select
              label={t("field.language")}
              value={language}
              onChange={(event) => setLanguage(event.target.value === "en" ? "en" : "id")}
            >
              <MenuItem value="id">{t("language.id")}</MenuItem>
              <MenuItem value="en">{t("language.en")}</MenuItem>
            </TextField>
          </Pair>
          <TextField multiline minRows={12} label={t("field.body")} value={body} onChange={(event) => setBody(event.target.value)} />
          <TextField
            multiline
            minRows={2}
            label={t("knowledge.sources")}
            value={sources}
            onChange={(event) => setSources(event.target.value)}
            helperText={t("knowledge.sourcesHint")}
          />
          <Problem error={save.error} />
          <Line spread>
            <Button onClick={() => onDone(article?.id)}>{t("act.cancel")}</Button>
            <Line>
              <Button disabled={!valid} loading={save.isPending && !save.variables.publish} onClick={() => submit(false)}>
                {t("act.saveDraft")}
              </Button>
              {may("publishArticle") && (
                <Button type="submit" variant="contained" disabled={!valid} loading={save.isPending && save.variables.publish}>
                  {t("act.publish")}
                </Button>
              )}
            </Line>
          </Line>
        </Column>
      </form>
    </Panel>
  );
}
