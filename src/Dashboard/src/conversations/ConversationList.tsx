import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { styled } from "@mui/material/styles";
import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { Chips } from "../ui/Chips";
import { Empty } from "../ui/Empty";
import { Failed } from "../ui/Failed";
import { Loading } from "../ui/Loading";
import { useKeys } from "../ui/useKeys";
import { useNow } from "../ui/useNow";
import { ConversationRow } from "./ConversationRow";
import { asked, byUrgency, inboxFilterOf, inboxFilters, shown } from "./inboxFilter";
import { useConversations } from "./useConversations";

const Frame = styled("div")({ height: "100%", display: "flex", flexDirection: "column", minHeight: 0 });

const Head = styled("div")(({ theme }) => ({
  display: "flex",
  flexDirection: "column",
  gap: theme.spacing(2.5),
  padding: theme.spacing(4, 4, 3),
  borderBottom: `1px solid ${theme.vars.palette.hub.line}`,
}));

const Rows = styled("div")({ flex: 1, minHeight: 0, overflowY: "auto" });

export function ConversationList({ chosen }: { chosen: string | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const now = useNow();
  const [search, setSearch] = useSearchParams();
  const filter = inboxFilterOf(search.get("filter"));
  const words = search.get("q") ?? "";
  const query = useConversations(asked(filter));
  const items = (query.data ?? []).filter((item) => shown(item, filter, words, now)).sort(byUrgency);

  const put = (name: string, value: string) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );

  const walk = (step: number) => {
    const index = items.findIndex((item) => item.id === chosen);
    const next = items[Math.min(Math.max(index + step, 0), items.length - 1)];
    if (next !== undefined) void navigate({ pathname: `/inbox/${next.id}`, search: search.toString() });
  };
  useKeys({ j: () => walk(1), k: () => walk(-1) });

  return (
    <Frame>
      <Head>
        <Typography variant="h2" component="h1">
          {t("nav.inbox")}
        </Typography>
        <TextField
          type="search"
          placeholder={t("inbox.search")}
          value={words}
          onChange={(event) => put("q", event.target.value)}
          slotProps={{
            htmlInput: { "aria-label": t("inbox.search") },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <Search size={15} aria-hidden />
                </InputAdornment>
              ),
            },
          }}
        />
        <Chips
          label={t("inbox.filters")}
          options={inboxFilters.map((name) => ({ value: name, label: t(`inbox.filter.${name}`) }))}
          value={filter}
          onChange={(value) => put("filter", value === "all" ? "" : value)}
        />
      </Head>
      <Rows>
        {query.isPending && <Loading rows={7} />}
        {query.isError && query.data === undefined && <Failed error={query.error} retry={() => void query.refetch()} />}
        {query.data !== undefined && items.length === 0 && (
          <Empty title={t("inbox.emptyTitle")} hint={filter === "all" && words === "" ? t("inbox.emptyHint") : t("inbox.emptyFiltered")} />
        )}
        <nav aria-label={t("inbox.list")}>
          {items.map((item) => (
            <ConversationRow key={item.id} conversation={item} chosen={item.id === chosen} search={search.toString()} />
          ))}
        </nav>
      </Rows>
    </Frame>
  );
}
