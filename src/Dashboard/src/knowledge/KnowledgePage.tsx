import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import { BookOpen, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { useMay } from "../tenancy/currentSession";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { ArticleEditor } from "./ArticleEditor";
import { ArticleList } from "./ArticleList";
import { ArticleView } from "./ArticleView";
import { useArticles } from "./useKnowledge";

const Panes = styled("div", { shouldForwardProp: (name) => name !== "opened" })<{ opened: boolean }>(({ theme, opened }) => ({
  display: "grid",
  alignItems: "start",
  gap: theme.spacing(5),
  gridTemplateColumns: "340px minmax(0, 1fr)",
  [theme.breakpoints.down("md")]: {
    gridTemplateColumns: "minmax(0, 1fr)",
    "& > :first-of-type": { display: opened ? "none" : "block" },
    "& > :last-child": { display: opened ? "block" : "none" },
  },
}));

export function KnowledgePage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { id } = useParams();
  const [search] = useSearchParams();
  const query = useArticles();
  const article = query.data?.find((one) => one.id === id);
  const editing = id === "new" || search.has("edit");
  return (
    <Page
      title={t("nav.knowledge")}
      lead={t("knowledge.lead")}
      actions={
        may("draftArticle") && (
          <Button component={Link} to="/knowledge/new" startIcon={<Plus size={15} aria-hidden />}>
            {t("act.newArticle")}
          </Button>
        )
      }
    >
      <Panes opened={id !== undefined}>
        <ArticleList query={query} chosen={id} />
        {editing && may("draftArticle") ? (
          <ArticleEditor
            key={id}
            article={article}
            onDone={(saved) => void navigate(saved === undefined ? "/knowledge" : `/knowledge/${saved}`)}
          />
        ) : id === undefined ? (
          <Panel title={t("knowledge.article")} flush>
            <Empty sign={BookOpen} title={t("knowledge.chooseTitle")} hint={t("knowledge.chooseHint")} />
          </Panel>
        ) : (
          <Fetched query={query}>
            {() =>
              article === undefined ? (
                <Panel title={t("knowledge.article")} flush>
                  <Empty sign={BookOpen} title={t("knowledge.goneTitle")} hint={t("knowledge.goneHint")} />
                </Panel>
              ) : (
                <ArticleView article={article} />
              )
            }
          </Fetched>
        )}
      </Panes>
    </Page>
  );
}
