import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { styled } from "@mui/material/styles";
import type { UseQueryResult } from "@tanstack/react-query";
import { BookOpen, Search } from "lucide-react";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Article } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { RowLink } from "../ui/RowLink";
import { Words } from "../ui/Words";
import { useArticleSearch } from "./useKnowledge";

const SearchBox = styled("div")(({ theme }) => ({ padding: theme.spacing(3), borderBottom: `1px solid ${theme.vars.palette.hub.line}` }));

interface Row {
  id: string;
  title: string;
  below: string;
  draft: boolean;
}

export function ArticleList({ query, chosen }: { query: UseQueryResult<Article[]>; chosen: string | undefined }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const words = search.get("q") ?? "";
  const asked = useDeferredValue(words.trim());
  const hits = useArticleSearch(asked);
  const rows = (articles: readonly Article[]): Row[] =>
    asked !== "" && hits.data !== undefined
      ? hits.data.items.map(({ id, title, excerpt }) => ({ id, title, below: excerpt, draft: false }))
      : articles.map((article) => ({
          id: article.id,
          title: article.title,
          below: t(`area.${article.practiceArea}` as "area.other", { defaultValue: article.practiceArea }),
          draft: article.state === "draft",
        }));
  return (
    <Panel title={t("knowledge.all")} flush>
      <SearchBox>
        <TextField
          type="search"
          placeholder={t("knowledge.search")}
          value={words}
          onChange={(event) => setSearch(event.target.value === "" ? {} : { q: event.target.value }, { replace: true })}
          slotProps={{
            htmlInput: { "aria-label": t("knowledge.search") },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <Search size={15} aria-hidden />
                </InputAdornment>
              ),
            },
          }}
        />
      </SearchBox>
      <Fetched query={query}>
        {(articles) => {
          const shown = rows(articles);
          return shown.length === 0 ? (
            <Empty
              sign={BookOpen}
              title={t("knowledge.emptyTitle")}
              hint={asked === "" ? t("knowledge.emptyHint") : t("knowledge.nothingFound")}
            />
          ) : (
            shown.map((row) => (
              <RowLink key={row.id} chosen={row.id === chosen} to={{ pathname: `/knowledge/${row.id}`, search: search.toString() }}>
                <Column gap="tight">
                  <Words look="strong">{row.title}</Words>
                  <Line>
                    {row.draft && <Badge>{t("knowledge.draft")}</Badge>}
                    <Words look="small">{row.below}</Words>
                  </Line>
                </Column>
              </RowLink>
            ))
          );
        }}
      </Fetched>
    </Panel>
  );
}
