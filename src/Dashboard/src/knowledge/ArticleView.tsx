import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { styled } from "@mui/material/styles";
import { ArrowLeft, Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Article } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { size } from "../theme/space";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { Words } from "../ui/Words";

const Body = styled("div")(({ theme }) => ({
  ...theme.typography.body1,
  lineHeight: 1.65,
  maxWidth: size.reading,
  whiteSpace: "pre-wrap",
}));

const OnlyNarrow = styled("div")(({ theme }) => ({ [theme.breakpoints.up("md")]: { display: "none" } }));

export function ArticleView({ article }: { article: Article }) {
  const { t } = useTranslation();
  const may = useMay();
  const editable = may("publishArticle") || (may("draftArticle") && article.state === "draft");
  return (
    <Panel
      title={t("knowledge.article")}
      action={
        editable && (
          <Button component={Link} to={`/knowledge/${article.id}?edit=1`} startIcon={<Pencil size={14} aria-hidden />}>
            {t("act.edit")}
          </Button>
        )
      }
    >
      <Column gap="loose">
        <OnlyNarrow>
          <Button variant="text" component={Link} to="/knowledge" startIcon={<ArrowLeft size={15} aria-hidden />}>
            {t("knowledge.all")}
          </Button>
        </OnlyNarrow>
        <Column gap="snug">
          <Typography variant="h2">{article.title}</Typography>
          <Line>
            <Badge tone={article.state === "published" ? "good" : "normal"}>
              {article.state === "published" ? t("knowledge.published") : t("knowledge.draft")}
            </Badge>
            <Badge tone="low">{t(`area.${article.practiceArea}` as "area.other", { defaultValue: article.practiceArea })}</Badge>
            <Badge tone="low">{t(`language.${article.language}` as "language.id", { defaultValue: article.language })}</Badge>
          </Line>
        </Column>
        <Body lang={article.language}>{article.body}</Body>
        {article.sources.length > 0 && (
          <Column gap="tight">
            <Typography variant="overline" component="h3" color="textSecondary">
              {t("knowledge.sources")}
            </Typography>
            {article.sources.map((source) => (
              <Words key={source}>{source}</Words>
            ))}
          </Column>
        )}
      </Column>
    </Panel>
  );
}
